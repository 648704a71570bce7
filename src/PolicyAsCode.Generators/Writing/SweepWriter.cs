using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Writing;

/// <summary>Writes the retention sweep: what anonymises first, then what deletes, then what empties fields.</summary>
internal sealed class SweepWriter
{
    private readonly IndentedText _text;
    private readonly PrivacyPlan _plan;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    private SweepWriter(IndentedText text, PrivacyPlan plan) => (_text, _plan) = (text, plan);

    public static void Write(IndentedText text, PrivacyPlan plan) => new SweepWriter(text, plan).Write();

    private void Write()
    {
        var anonymised = Each(RetentionAction.Anonymise)
            .Where(item => Anonymised(item.Entity, item.Group).Any() || item.Entity.Link is not null)
            .Select(item => (Name: Unique($"AnonymiseExpired{item.Entity.Entity.Name}{Words.Name(item.Group)}Async"), item)).ToList();
        var removed = _plan.Entities.Where(entity => entity.Removal is not null)
            .Select(entity => (Name: Unique($"EraseExpired{Words.Plural(entity.Entity)}Async"), Entity: entity)).ToList();
        var blanked = Each(RetentionAction.Erase)
            .Where(item => Blankable(item.Group).Count > 0 && !GoesAsARow(item.Entity))
            .Select(item => (Name: Unique($"BlankExpired{item.Entity.Entity.Name}{Words.Name(item.Group)}Async"), item)).ToList();
        var reviewed = Each(RetentionAction.Review)
            .Select(item => (Name: Unique($"CountExpired{item.Entity.Entity.Name}{Words.Name(item.Group)}Async"), item)).ToList();

        var own = _plan.OwnTables.Select(table => (Name: Unique($"{OwnOperation(table)}Async"), Table: table)).ToList();

        _text.Line("/// <inheritdoc/>");
        // What is counted through a link goes before the link is cut.
        var first = CountedThroughLinks();
        Run([
            .. removed.Where(step => first.Contains(step.Entity.Entity.Type)).Select(step => step.Name),
            .. blanked.Where(step => first.Contains(step.item.Entity.Entity.Type)).Select(step => step.Name),
            .. anonymised.Select(step => step.Name),
            .. removed.Where(step => !first.Contains(step.Entity.Entity.Type)).Select(step => step.Name),
            .. blanked.Where(step => !first.Contains(step.item.Entity.Entity.Type)).Select(step => step.Name),
            .. reviewed.Select(step => step.Name),
            .. own.Select(step => step.Name),
        ]);
        foreach (var (name, item) in anonymised)
            Anonymise(name, item.Entity, item.Group);
        var order = removed.OrderBy(step => first.Contains(step.Entity.Entity.Type) ? 0 : 1).Select(step => step.Entity.Entity.Type).ToList();
        foreach (var (name, entity) in removed)
            Remove(name, entity, order.TakeWhile(type => type != entity.Entity.Type).ToList());
        foreach (var (name, item) in blanked)
            Blank(name, item.Entity, item.Group);
        foreach (var (name, item) in reviewed)
            Review(name, item.Entity, item.Group);
        foreach (var (name, table) in own)
            Own(name, table);
    }

    /// <summary>What the run time does to its own table.</summary>
    private static string OwnOperation(OwnTableFacts table) =>
        table.Table == OwnTable.Consents ? "EraseWithdrawnConsents" : "EraseClosedRequests";

    private void Own(string name, OwnTableFacts table)
    {
        var rule = table.Rule;
        var (entity, what) = table.Table == OwnTable.Consents
            ? ("PrivacyConsent", "Consents that were taken back")
            : ("PrivacyRequest", "Requests that were closed");
        // Without the person nothing is left in such a row that could be kept of it: what is anonymised goes.
        var action = rule.Then == RetentionAction.Review ? "ForReview" : "Erased";
        var retention = Words.Retention([table.Category], rule);
        _text.Summary($"{what}, in the run time's own table, where the context has it. {retention} {Words.Source(rule)}.");
        _text.Line($"private static Task {name}(SweepRun run, CancellationToken cancel)");
        _text.Open();
        _declared.Clear();
        Cutoffs([rule]);
        _text.Line($"return run.{OwnOperation(table)}Async(");
        _text.Continue(
            Words.Rule(entity, action, [], retention, rule) + ",",
            $"{List(table.Subjects)}, {(table.Table == OwnTable.Consents ? List(table.Purposes) + ", " : "")}{Linq.Cutoff(rule)}, cancel);");
        _text.Close();
        _text.Line();

        static string List(IEnumerable<string> terms) => $"[{string.Join(", ", terms.Select(Words.Text))}]";
    }

    /// <summary>The entities whose time is counted through a link that a sweep cuts, and what refers to them.</summary>
    private HashSet<string> CountedThroughLinks()
    {
        var counted = new HashSet<string>(
            _plan.Entities.SelectMany(entity => entity.Counted).Select(item => item.Entity.Type), StringComparer.Ordinal);
        while (_plan.Context.Entities
            .FirstOrDefault(entity => !counted.Contains(entity.Type) && entity.References.Any(reference => counted.Contains(reference.Principal)))
            is { } referring)
            counted.Add(referring.Type);
        return counted;
    }

    private void Run(List<string> steps)
    {
        _text.Line("public Task<SweepReport> SweepAsync(SweepOptions? options = null, CancellationToken cancel = default) =>");
        if (steps.Count == 0)
        {
            _text.Continue("SweepRun.RunAsync(db, _calendar, time, options, [], cancel);");
            _text.Line();
            return;
        }

        var lines = new List<string> { "SweepRun.RunAsync(db, _calendar, time, options,", "[" };
        lines.AddRange(steps.Select(step => $"    {step},"));
        lines.Add("], cancel);");
        _text.Continue(lines);
        _text.Line();
    }

    private IEnumerable<(EntityPlan Entity, FieldGroup Group)> Each(RetentionAction action) =>
        _plan.Entities.SelectMany(entity => entity.Groups
            .Where(group => group.Problem is null && group.Rule!.Then == action)
            .Select(group => (entity, group)));

    /// <summary>With one rule and nothing that could keep the row, emptying fields before the row goes would be idle.</summary>
    private static bool GoesAsARow(EntityPlan entity) =>
        entity is { Groups.Count: 1, Removal.Blockers.Count: 0 };

    /// <summary>What identifies goes; and, with the link, every field whose time could not be counted without it.</summary>
    private static List<PropertyModel> Anonymised(EntityPlan plan, FieldGroup group) =>
        [.. plan.Groups
            .Where(other => other == group || (plan.Link is { } link && other.CountsThrough(link)))
            .SelectMany(other => other.Fields.Where(field => field.Identifies || other.Rule!.Then == RetentionAction.Erase))
            .Select(field => field.Property).Where(field => field.IsBlankable)
            .GroupBy(field => field.Name).Select(same => same.First())];

    private void Anonymise(string name, EntityPlan plan, FieldGroup group)
    {
        var row = Linq.Parameter(plan.Entity);
        var fields = Anonymised(plan, group);
        Head(name, group);
        Rows(plan, group, Linq.Holds(row, fields, plan.Link), plan.Counted);
        Change(
            plan.Entity, "Anonymised", group, fields.Select(field => field.Name), Linq.Blank(row, fields, plan.Link),
            Left(plan, group, fields, plan.Link));
    }

    /// <summary>
    /// The rows that earlier rules of the same sweep leave for this one, for a dry run: those in which a field holds
    /// something that none of them empties, or a link that none of them cuts. Null where they leave all.
    /// </summary>
    private string? Left(EntityPlan plan, FieldGroup group, List<PropertyModel> fields, ReferenceModel? link)
    {
        var anonymised = plan.Groups.Where(other => other is { Problem: null, Rule.Then: RetentionAction.Anonymise }).ToList();
        var erased = plan.Groups.Where(other => other is { Problem: null, Rule.Then: RetentionAction.Erase });
        var earlier = anonymised.Select(other => (Group: other, Fields: Anonymised(plan, other)))
            .Concat(erased.Select(other => (Group: other, Fields: Blankable(other))))
            .TakeWhile(step => step.Group != group).ToList();
        if (!earlier.Any(step => step.Fields.Any(fields.Contains) || (link is not null && anonymised.Contains(step.Group))))
            return null;

        var row = Linq.Parameter(plan.Entity);
        Cutoffs(earlier.Select(step => step.Group));
        var held = fields.Select(field => Untouched(
                Linq.Holds(row, [field], null)!, earlier.Where(step => step.Fields.Contains(field))))
            .Concat(link is null ? [] : [Untouched(
                $"({Linq.Holds(row, [], link)})", earlier.Where(step => anonymised.Contains(step.Group)))]);
        return $"rows.Where({row} => {string.Join(" || ", held)})";

        string Untouched(string holds, IEnumerable<(FieldGroup Group, List<PropertyModel> Fields)> steps) =>
            string.Join(" && ", steps
                .Select(step => $"({Linq.IsNotPast(row, step.Group.Anchor!, Linq.Cutoff(step.Group.Rule!))})").Distinct()
                .Prepend(holds));
    }

    private static List<PropertyModel> Blankable(FieldGroup group) =>
        [.. group.Fields.Select(field => field.Property).Where(field => field.IsBlankable)];

    /// <param name="name">The step's name.</param>
    /// <param name="plan">The entity's.</param>
    /// <param name="earlier">The entities whose rows go before these.</param>
    private void Remove(string name, EntityPlan plan, List<string> earlier)
    {
        var entity = plan.Entity;
        var row = Linq.Parameter(entity);
        var first = plan.Groups[0];
        _text.Summary($"{entity.Name} rows of which everything personal has expired, and to which nothing that stays refers: "
            + string.Join("; ", plan.Groups.Select(group => $"{Words.Retention(group)} {Words.Source(group.Rule!)}")) + ".");
        _text.Line($"private async Task {name}(SweepRun run, CancellationToken cancel)");
        _text.Open();
        _declared.Clear();
        _text.Line($"var expired = {Expired(entity)}(run);");
        Detach(entity, "expired", plan.Removal!.Detached, first, earlier);
        _text.Line("await run.EraseAsync(");
        _text.Continue(
            Words.Rule(entity, "Erased", [], string.Join("; ", plan.Groups.Select(Words.Retention)), Merge(plan)) + ",",
            $"expired{Order(entity, first)}, cancel);");
        _text.Close();
        _text.Line();

        _text.Line($"private IQueryable<{entity.Type}> {Expired(entity)}(SweepRun run)");
        _text.Open();
        _declared.Clear();
        Cutoffs(plan.Groups);
        var conditions = plan.Groups.Select(group => Linq.IsPast(row, group.Anchor!, Linq.Cutoff(group.Rule!))).Distinct()
            .Concat(plan.Holds.Select(hold => Linq.IsNotHeld(row, hold)))
            .Concat(plan.People.Select(person => "!" + IsHeld(row, person))).ToList();
        foreach (var blocker in plan.Removal.Blockers)
        {
            var variable = Staying(blocker);
            var other = blocker.Rows.Entity.Type == entity.Type ? "other" : Linq.Parameter(blocker.Rows.Entity);
            conditions.Add($"!{variable}.Any({other} => {Linq.Refers(other, blocker.Reference, row, entity)})");
        }

        _text.Line($"return {Linq.Rows(entity)}");
        _text.Continue(conditions.Select((condition, index) =>
            $".Where({row} => {condition}){(index == conditions.Count - 1 ? ";" : "")}"));
        _text.Close();
        _text.Line();
    }

    /// <summary>Declares the query of rows that stay, those that it rests on first; gives its name.</summary>
    private string Staying(Blocker blocker, string scope = "")
    {
        var rows = blocker.Rows;
        var entity = rows.Entity;
        if (rows.All)
            return Linq.Rows(entity);

        var row = Linq.Parameter(entity);
        var variable = $"staying{scope}{Words.Plural(entity)}";
        if (!_declared.Add(variable))
            _declared.Add(variable += "By" + string.Concat(blocker.Reference.Columns.Select(column => column.Name)));
        var blockers = rows.Blockers.Select(inner => (Inner: inner, Variable: Staying(inner, scope + entity.Name))).ToList();
        Cutoffs(rows.Groups.Concat(rows.Counted.SelectMany(Emptying)).Concat(rows.Lost.Select(lost => lost.Group)));
        var past = rows.Groups.Select(group => $"({Linq.IsNotPast(row, group.Anchor!, Linq.Cutoff(group.Rule!))})").Distinct();
        var conditions = (rows.AnyGroup ? past : [string.Join(" && ", past)])
            .Concat(rows.Holds.Select(hold => Linq.IsHeld(row, hold)))
            .Concat(rows.People.Select(person => IsHeld(row, person)))
            .Concat(blockers.Select(inner =>
            {
                var other = inner.Inner.Rows.Entity.Type == entity.Type ? "other" : Linq.Parameter(inner.Inner.Rows.Entity);
                return $"{inner.Variable}.Any({other} => {Linq.Refers(other, inner.Inner.Reference, row, entity)})";
            }))
            .Concat(rows.Counted.Select(item => StillCounted(item, row, entity)))
            .Concat(rows.Lost.Select(lost =>
                $"({Nowhere(lost)} && ({Linq.IsNotPast(row, lost.Group.Anchor!, Linq.Cutoff(lost.Group.Rule!))}))").Distinct()).ToList();
        _text.Line($"var {variable} = {Linq.Rows(entity)}.Where({row} =>");
        _text.Continue(conditions.Select((condition, index) =>
            $"{(index > 0 ? "|| " : "")}{condition}{(index == conditions.Count - 1 ? ");" : "")}"));
        return variable;

        string Nowhere(LostGroup lost) => string.Join(" && ", lost.Nearer.Select(way =>
            $"({Linq.LeadsNowhere(row, way, _plan.Context)})"));
    }

    private void Blank(string name, EntityPlan plan, FieldGroup group)
    {
        var row = Linq.Parameter(plan.Entity);
        var fields = Blankable(group);
        Head(name, group);
        foreach (var field in group.Fields.Where(field => !field.Property.IsBlankable))
            _text.Line($"// {field.Property.Name} cannot be emptied; it goes with its row.");
        Rows(plan, group, Linq.Holds(row, fields, null));
        var left = Left(plan, group, fields, null);
        if (plan.Removal is not null)
        {
            _text.Line($"var removed = {Expired(plan.Entity)}(run);");
            left = $"{left ?? "rows"}.Where({row} => !removed.Any(other => {Linq.IsSame("other", row, plan.Entity)}))";
        }

        Change(plan.Entity, "Blanked", group, fields.Select(field => field.Name), Linq.Blank(row, fields, null), left);
    }

    private void Review(string name, EntityPlan plan, FieldGroup group)
    {
        var row = Linq.Parameter(plan.Entity);
        Head(name, group);
        var fields = Blankable(group);
        Rows(plan, group, Linq.Holds(row, fields, null));
        var left = fields.Count < group.Fields.Count ? null : Left(plan, group, fields, null);
        var rule = Words.Rule(plan.Entity, "ForReview", Names(group), Words.Retention(group), group.Rule);
        _text.Line("return run.CountAsync(");
        _text.Continue(rule + ",", $"{left ?? "rows"}, cancel);");
        _text.Close();
        _text.Line();
    }

    private void Head(string name, FieldGroup group)
    {
        _text.Summary($"{Words.Retention(group)} {Words.Source(group.Rule!)}.");
        _text.Line($"private Task {name}(SweepRun run, CancellationToken cancel)");
        _text.Open();
        _declared.Clear();
    }

    private void Rows(EntityPlan plan, FieldGroup group, string? holds, IReadOnlyList<CountedGroup>? counted = null)
    {
        var row = Linq.Parameter(plan.Entity);
        Cutoffs([group, .. counted?.SelectMany(Emptying) ?? []]);
        var conditions = new List<string> { Linq.IsPast(row, group.Anchor!, Linq.Cutoff(group.Rule!)) };
        conditions.AddRange(plan.Holds.Select(hold => Linq.IsNotHeld(row, hold)));
        conditions.AddRange(plan.People.Select(person => "!" + IsHeld(row, person)));
        if (holds is not null)
            conditions.Add(holds);
        conditions.AddRange(counted?.Select(item => "!" + StillCounted(item, row, plan.Entity)) ?? []);
        _text.Line($"var rows = {Linq.Rows(plan.Entity)}");
        _text.Continue(conditions.Select((condition, index) =>
            $".Where({row} => {condition}){(index == conditions.Count - 1 ? ";" : "")}"));
    }

    /// <summary>
    /// That something whose time is counted through the row's link still holds something which no rule of its entity
    /// empties in this sweep.
    /// </summary>
    private string StillCounted(CountedGroup counted, string row, EntityModel entity)
    {
        var other = Linq.Parameter(counted.Entity);
        var last = counted.Way[counted.Way.Count - 1];
        var at = Linq.Hops(other, counted.Way.Take(counted.Way.Count - 1));
        var held = Blankable(counted.Group)
            .GroupBy(field => string.Join(" && ", Emptying(counted)
                .Where(group => group == counted.Group || Blankable(group).Contains(field))
                .Select(group => $"({Linq.IsNotPast(other, group.Anchor!, Linq.Cutoff(group.Rule!))})").Distinct()))
            .Select(same => $"(({Linq.Holds(other, same, null)}) && {same.Key})");
        return $"{Linq.Rows(counted.Entity)}.Any({other} => {Linq.Refers(at, last, row, entity)} && ({string.Join(" || ", held)}))";
    }

    private IEnumerable<FieldGroup> Emptying(CountedGroup counted) =>
        _plan.Entities.First(entity => entity.Entity.Type == counted.Entity.Type).Groups
            .Where(group => group == counted.Group || group is { Problem: null, Rule.Then: RetentionAction.Erase });

    private void Change(
        EntityModel entity, string action, FieldGroup group, IEnumerable<string> fields, IEnumerable<string> assignments,
        string? left)
    {
        var lines = new List<string>
        {
            Words.Rule(entity, action, fields, Words.Retention(group), group.Rule) + ",",
            $"rows{Order(entity, group)},",
        };
        if (left is not null)
            lines.Add(left + ",");
        lines.Add("set => set");
        var set = assignments.ToList();
        lines.AddRange(set.Select((assignment, index) => $"    {assignment}{(index == set.Count - 1 ? ", cancel);" : "")}"));
        _text.Line(left is null ? "return run.ChangeAsync(" : "return run.ChangeWhatIsLeftAsync(");
        _text.Continue(lines);
        _text.Close();
        _text.Line();
    }

    /// <summary>Rows without personal data that refer to rows which go: cut, or deleted, what hangs on them first.</summary>
    private void Detach(
        EntityModel principal, string gone, IEnumerable<Detachment> detached, FieldGroup because, List<string> earlier)
    {
        foreach (var detachment in detached)
        {
            var entity = detachment.Entity;
            var row = Linq.Parameter(entity);
            var other = entity.Type == principal.Type ? "other" : Linq.Parameter(principal);
            var variable = $"{gone}{Words.Plural(entity)}";
            if (!_declared.Add(variable))
                _declared.Add(variable += "By" + string.Concat(detachment.Reference.Columns.Select(column => column.Name)));
            // Said of the row itself as well: another node that was quicker has taken it out of this.
            var linked = detachment.IsCut ? $".Where({row} => {Linq.Holds(row, [], detachment.Reference)})" : "";
            _text.Line($"var {variable} = {Linq.Rows(entity)}{linked}.Where({row} => {gone}.Any({other} => {Linq.Refers(row, detachment.Reference, other, principal)}));");
            Detach(entity, variable, detachment.Detached, because, earlier);
            // What the same sweep has deleted by then loses no link any more: a dry run must not count it.
            var left = detachment.IsCut && earlier.Contains(entity.Type);
            var removed = $"removed{Words.Plural(entity)}";
            if (left && _declared.Add(removed))
                _text.Line($"var {removed} = {Expired(entity)}(run);");
            var keys = string.Concat(entity.Key.Select((key, index) => $".{(index == 0 ? "OrderBy" : "ThenBy")}({row} => {row}.{key})"));
            var reason = detachment.IsCut ? $"refers to {principal.Name} rows that go" : $"a part of {principal.Name} rows that go";
            _text.Line($"await run.{(left ? "ChangeWhatIsLeft" : detachment.IsCut ? "Change" : "Erase")}Async(");
            _text.Continue(
                Words.Rule(entity, detachment.IsCut ? "Unlinked" : "Erased", [], reason, because.Rule) + ",",
                detachment.IsCut ? $"{variable}{keys}," : $"{variable}{keys}, cancel);");
            if (left)
                _text.Continue($"{variable}.Where({row} => !{removed}.Any(removed => {Linq.IsSame("removed", row, entity)})),");
            if (detachment.IsCut)
                _text.Continue($"set => set{string.Concat(Linq.Blank(row, [], detachment.Reference))}, cancel);");
        }
    }

    private string IsHeld(string row, PersonOfRow person) =>
        new OwnedRows(person.Root, _plan.Context).AreHeld(person.Name, person.Way, row);

    private void Cutoffs(IEnumerable<FieldGroup> groups) => Cutoffs(groups.Select(group => group.Rule!));

    private void Cutoffs(IEnumerable<RetentionRule> rules)
    {
        foreach (var (name, value) in rules.Select(rule => (Linq.Cutoff(rule), Value(rule))).Distinct())
            if (_declared.Add(name))
                _text.Line($"RetentionCutoff {name} = {value};");

        static string Value(RetentionRule rule) => FormattableString.Invariant(
            $"run.{(rule.AtMost is null ? "Minimum" : "Maximum")}({rule.Period!.Value.Count}, RetentionUnit.{rule.Period.Value.Unit})");
    }

    private static string Expired(EntityModel entity) => $"Expired{Words.Plural(entity)}";

    private static IEnumerable<string> Names(FieldGroup group) => group.Fields.Select(field => field.Property.Name);

    /// <summary>Oldest first: ordered by key alone, a batch reads the whole table before it finds its rows.</summary>
    private static string Order(EntityModel entity, FieldGroup group)
    {
        var row = Linq.Parameter(entity);
        return $".OrderBy({row} => {Linq.Access(row, group.Anchor!)})"
            + string.Concat(entity.Key.Select(key => $".ThenBy({row} => {row}.{key})"));
    }

    private static RetentionRule Merge(EntityPlan plan) => plan.Groups[0].Rule! with
    {
        Clauses = plan.Groups.SelectMany(group => group.Rule!.Clauses).Distinct().ToEquatable(),
    };

    private string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
            unique = name.EndsWith("Async", StringComparison.Ordinal)
                ? FormattableString.Invariant($"{name.Substring(0, name.Length - 5)}{i}Async")
                : FormattableString.Invariant($"{name}{i}");
        return unique;
    }
}

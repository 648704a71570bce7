using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;
using PolicyAsCode.Generators.Policy;

namespace PolicyAsCode.Generators.Writing;

/// <summary>Writes the erasure of a subject: one method a step, from what refers to what is referred to.</summary>
internal sealed class ErasureWriter
{
    private readonly IndentedText _text;
    private readonly ErasurePlan _plan;
    private readonly ContextModel _context;
    private readonly string _key;
    private readonly SubjectParameter _subject;
    private bool _areAsked;

    private ErasureWriter(IndentedText text, ErasurePlan plan, ContextModel context)
    {
        (_text, _plan, _context) = (text, plan, context);
        _subject = new(plan.Root);
        _key = _subject.Type;
    }

    public static void Write(IndentedText text, ErasurePlan plan, ContextModel context)
    {
        var writer = new ErasureWriter(text, plan, context);
        writer.Entry();
        foreach (var step in plan.Steps)
            writer.Step(step);
    }

    private void Entry()
    {
        var root = _plan.Root;
        var row = Linq.Parameter(root);
        var clauses = _plan.Steps.SelectMany(step => step.Groups).SelectMany(group => group.Rule?.Clauses ?? []).Distinct()
            .OrderBy(clause => clause, StringComparer.Ordinal).ToList();
        _text.Summary($"Erases one {_plan.Subject} from every table, in one transaction; the receipt says what stays, why and until when"
            + (clauses.Count == 0 ? "." : $" [{string.Join(", ", clauses)}]."));
        _text.Line($"public Task<ErasureReceipt> Erase{root.Name}Async(");
        _text.Continue(
            $"{_key} id, ErasureOptions? options = null, CancellationToken cancel = default) =>",
            $"ErasureRun.RunAsync(db, _calendar, time.GetUtcNow(), {Words.Text(_plan.Name)}, {_subject.Text}, options,",
            $"    (run, token) => Erase{root.Name}Async(run, id, token), cancel);");
        _text.Line();
        _text.Line($"private async Task<ErasureOutcome> Erase{root.Name}Async(ErasureRun run, {_key} id, CancellationToken cancel)");
        _text.Open();
        _text.Line("// From the subject outwards: nobody adds to what is locked, or changes it, until the erasure has ended.");
        _text.Line($"await run.LockAsync(() => {Linq.Rows(root)}.Where({row} => {Linq.IsSubject(row, root)}), cancel);");
        _text.Line($"if (!await run.FindsAsync(() => {Linq.Rows(root)}.Where({row} => {Linq.IsSubject(row, root)}), cancel))");
        _text.Continue("return ErasureOutcome.NothingFound;");
        foreach (var step in _plan.Steps.Reverse())
            Lock(step);
        _text.Line();
        if (_plan.HeldRows.Count > 0 || _plan.HeldReferences.Count > 0)
        {
            _text.Line("// What a court wants must not go; nor may the rest, from which it is understood.");
            _text.Line("var held = false;");
            foreach (var rows in _plan.HeldRows)
                Held(rows);
            foreach (var reference in _plan.HeldReferences)
                Held(reference);
            _text.Line("if (held)");
            _text.Continue("return ErasureOutcome.RefusedByLegalHold;");
            _text.Line();
        }

        foreach (var step in _plan.Steps)
            _text.Line($"await {Name(step)}(run, id, cancel);");
        _text.Line("return ErasureOutcome.Erased;");
        _text.Close();
        _text.Line();
    }

    private void Held(HeldRows rows)
    {
        var row = Linq.Parameter(rows.Entity);
        var theirs = $"{Linq.Rows(rows.Entity)}.Where({row} => {string.Join(" || ", rows.Ways.Select(way => Owned(way, row)))})";
        if (rows.Hold is { } hold)
            Ask(
                "IsHeldAsync", rows.Entity, $"legal hold ({hold.Name}): the erasure is refused",
                $"{theirs}.Where({row} => {Linq.IsHeld(row, new(EquatableArray<ReferenceModel>.Empty, hold))})");
        else
            Ask(
                "IsSomebodyHeldAsync", rows.Entity, "a legal hold lies on somebody whose these rows are as well: the erasure is refused",
                theirs, $"    .Where({row} => {AreHeld(rows.People, row)})");
    }

    private void Held(HeldReference reference)
    {
        var row = Linq.Parameter(reference.Entity);
        var referring = $"{Linq.Rows(reference.Entity)}.Where({row} => {Referring(reference, row)})";
        var what = reference.Below.Count == 0 ? $"the {_plan.Subject}" : $"{reference.Below[0].Name} rows of the {_plan.Subject}";
        if (reference.Hold is { } hold)
            Ask(
                "IsHeldAsync", reference.Entity, $"legal hold ({hold.Property.Name}) on rows that refer to {what}: the erasure is refused",
                referring, $"    .Where({row} => {Linq.IsHeld(row, hold)})");
        else
            Ask(
                "IsSomebodyHeldAsync", reference.Entity, $"a legal hold lies on somebody whose rows refer to {what}: the erasure is refused",
                referring, $"    .Where({row} => {AreHeld(reference.People, row)})");
    }

    private void Ask(string question, EntityModel entity, string reason, params string[] rows)
    {
        _text.Line($"held |= await run.{question}(");
        rows[0] = $"() => {rows[0]}";
        rows[^1] += ", cancel);";
        _text.Continue([Words.Rule(entity, "Kept", [], reason, null) + ",", .. rows]);
    }

    private string AreHeld(IEnumerable<PersonOfRow> people, string row) => string.Join(
        " || ", people.Select(person => new OwnedRows(person.Root, _context).AreHeld(person.Name, person.Way, row)));

    /// <summary>Rows to which others can be added, and those that may be put on hold until they are reached.</summary>
    private void Lock(ErasureStep step)
    {
        var entity = step.Entity;
        var row = Linq.Parameter(entity);
        var rows = $"{Linq.Rows(entity)}.Where({row} => {new OwnedRows(_plan.Root, _context).Are(step, row)})";
        if (step.Path.Count > 0 && (IsReferredTo(entity) || entity.Properties.Any(property => property.IsHold)))
            _text.Line($"await run.LockAsync(() => {rows}, cancel);");
        Parts(entity, rows, step.Detached);

        void Parts(EntityModel principal, string parents, IEnumerable<Detachment> detached)
        {
            foreach (var part in detached.Where(detachment => !detachment.IsCut && IsReferredTo(detachment.Entity)))
            {
                var inner = Linq.Parameter(part.Entity);
                var parts = $"{Linq.Rows(part.Entity)}.Where({inner} => {parents}.Any({Linq.Parameter(principal)}Of => {Linq.Refers(inner, part.Reference, Linq.Parameter(principal) + "Of", principal)}))";
                _text.Line($"await run.LockAsync(() => {parts}, cancel);");
                Parts(part.Entity, parts, part.Detached);
            }
        }
    }

    private bool IsReferredTo(EntityModel entity)
    {
        var line = new List<string>();
        for (var at = entity; at is not null; at = at.Base is { } parent ? _context[parent] : null)
            line.Add(at.Type);
        return _context.Entities.Any(other => other.References.Any(reference => line.Contains(reference.Principal)));
    }

    /// <summary>That a row refers to what the erasure deletes of the subject: to their record, to a row of theirs, to a part of one.</summary>
    private string Referring(HeldReference held, string row)
    {
        if (held.Below.Count == 0)
            return Owned([held.Reference], row);
        return To(0, row, held.Reference);

        string To(int at, string from, ReferenceModel reference)
        {
            var principal = held.Below[at];
            var other = Linq.Parameter(principal) + "Below";
            var rest = at + 1 < held.Below.Count
                ? To(at + 1, other, held.Way[at])
                : new OwnedRows(_plan.Root, _context).Are(_plan.Steps.First(step => step.Entity.Type == principal.Type), other);
            return $"{Linq.Rows(principal)}.Any({other} => {Linq.Refers(from, reference, other, principal)} && ({rest}))";
        }
    }

    private void Step(ErasureStep step)
    {
        var entity = step.Entity;
        var row = Linq.Parameter(entity);
        var minimums = step.Groups.Where(group => group.HasMinimum).ToList();
        _text.Summary(Summary(step, minimums));
        _text.Line($"private async Task {Name(step)}(ErasureRun run, {_key} id, CancellationToken cancel)");
        _text.Open();
        foreach (var period in minimums.Select(group => group.Rule!.AtLeast!.Value).Distinct())
            _text.Line(FormattableString.Invariant(
                $"RetentionCutoff {Linq.Cutoff(period, isMinimum: true)} = run.Minimum({period.Count}, RetentionUnit.{period.Unit});"));
        // A query inside of another is a query; what is asked by itself is a lambda, which is called where it is compiled.
        _areAsked = step.Detached.Count == 0 && step.Levels.Count == 0;
        if (step.Sides.Count == 0)
            Owned(step, row);
        else
            Alone(step, row);
        foreach (var group in minimums)
            Keep(entity, row, group);

        if (step.IsShared)
            _text.Line("// The rows hold data of somebody else as well: they stay.");
        else
            Delete(step, row, minimums);
        if (step.CanRemain)
            Remain(step, row, minimums);
        foreach (var side in step.Sides)
            Leave(step, side, row, minimums);
        _text.Close();
        _text.Line();
    }

    private void Owned(ErasureStep step, string row)
    {
        if (step.Further.Count == 0)
        {
            _text.Line($"var owned = {Lambda}{Linq.Rows(step.Entity)}.Where({row} => {Owned(step.Path, row)});");
            return;
        }

        _text.Comment($"A row is theirs by the nearest way that leads to somebody: {string.Join("; else ", step.Further.Prepend(step.Path).Select(Named))}.", "// ");
        _text.Line($"var owned = {Lambda}{Linq.Rows(step.Entity)}.Where({row} => {Owned(step.Path, row)}");
        _text.Continue(ByFurtherWays(step, row).Select((way, index) => $"|| ({way}){(index == step.Further.Count - 1 ? ");" : "")}"));

        string Named(EquatableArray<ReferenceModel> way) =>
            string.Join(", ", way.Select(hop => string.Join("+", hop.Columns.Select(column => column.Name))));
    }

    private IEnumerable<string> ByFurtherWays(ErasureStep step, string row) =>
        new OwnedRows(_plan.Root, _context).ByFurtherWays(step, row);

    private void Keep(EntityModel entity, string row, FieldGroup group, string? rows = null, Side? side = null)
    {
        var rule = group.Rule!;
        var anchor = Linq.Access(row, group.Anchor!);
        var fields = group.Fields.Where(field => side is null || side.Fields.Contains(field.Property)).ToList();
        var kept = fields.Where(field => !field.GoesFromKeptRows).Select(field => field.Property.Name);
        var byName = fields.Where(field => field.Identifies && field.IsKeptByName).Select(field => field.Property.Name).ToList();
        var reason = Words.Minimum(group)
            + (byName.Count == 0 ? "" : $"; the law keeps {string.Join(", ", byName)}, which identifies");
        _text.Line("await run.KeepAsync(");
        _text.Continue(
            Words.Rule(entity, "Kept", kept, reason, rule) + ",",
            $"() => {rows ?? Query("owned")}.Where({row} => {Linq.IsNotPast(row, group.Anchor!, Cutoff(group))})",
            $"    .Select({row} => ({group.Anchor!.Property.Type}?){anchor}),",
            FormattableString.Invariant($"{rule.AtLeast!.Value.Count}, RetentionUnit.{rule.AtLeast.Value.Unit}, cancel);"));
    }

    private void Delete(ErasureStep step, string row, List<FieldGroup> minimums)
    {
        var entity = step.Entity;
        var conditions = minimums.Select(group => Linq.IsPast(row, group.Anchor!, Cutoff(group)))
            .Concat(step.Blockers.Select(blocker =>
            {
                var other = blocker.Entity.Type == entity.Type ? "other" : Linq.Parameter(blocker.Entity);
                // A row that refers to itself is in nobody's way.
                var another = blocker.Entity.Type == entity.Type ? $" && !({Linq.IsSame(other, row, entity)})" : "";
                return $"!{Linq.Rows(blocker.Entity)}.Any({other} => {Linq.Refers(other, blocker.Reference, row, entity)}{another})";
            })).ToList();
        var gone = conditions.Count == 0 ? "owned" : "gone";
        if (conditions.Count > 0)
        {
            _text.Line($"var gone = {Lambda}{Query("owned")}");
            _text.Continue(conditions.Select((condition, index) =>
                $".Where({row} => {condition}){(index == conditions.Count - 1 ? ";" : "")}"));
        }

        Detach(entity, gone, step.Detached, new(StringComparer.Ordinal));
        if (step.Levels.Count > 0)
            _text.Line("// Level by level, children first: each row refers to another.");
        _text.Line(step.Levels.Count > 0 ? "await run.EraseLevelsAsync(" : "await run.EraseAsync(");
        _text.Continue(
            Words.Rule(entity, "Erased", Names(step.Groups), $"erased at the request of the {_plan.Subject}", First(step)) + ",",
            $"{(step.Levels.Count > 0 ? gone : Asked(gone))}, cancel);");
    }

    private void Detach(EntityModel principal, string gone, IEnumerable<Detachment> detached, HashSet<string> names)
    {
        foreach (var detachment in detached)
        {
            var entity = detachment.Entity;
            var row = Linq.Parameter(entity);
            var other = entity.Type == principal.Type ? "other" : Linq.Parameter(principal);
            var condition = $"{row} => {gone}.Any({other} => {Linq.Refers(row, detachment.Reference, other, principal)})";
            if (detachment.IsCut)
            {
                _text.Line("await run.ChangeAsync(");
                _text.Continue(
                    Words.Rule(
                        entity, "Unlinked", detachment.Reference.Columns.Where(column => column.IsNullable).Select(column => column.Name),
                        $"referred to {principal.Name} rows that are erased", null) + ",",
                    $"() => {Linq.Rows(entity)}.Where({condition}),",
                    $"set => set{string.Concat(Linq.Blank(row, [], detachment.Reference))}, cancel);");
                continue;
            }

            var variable = gone + entity.Name;
            for (var i = 2; !names.Add(variable); i++)
                variable = FormattableString.Invariant($"{gone}{entity.Name}{i}");
            _text.Line($"var {variable} = {Linq.Rows(entity)}.Where({condition});");
            Detach(entity, variable, detachment.Detached, names);
            _text.Line("await run.EraseAsync(");
            _text.Continue(
                Words.Rule(entity, "Erased", [], $"a part of {principal.Name} rows that are erased", null) + ",",
                $"() => {variable}, cancel);");
        }
    }

    /// <summary>Rows that stay: what no law keeps in them goes, and so does the link.</summary>
    private void Remain(ErasureStep step, string row, List<FieldGroup> minimums)
    {
        var entity = step.Entity;
        if (step.Blockers.Count > 0 || step.IsShared)
        {
            var reason = step.IsShared
                ? "the row also holds data of somebody else"
                : $"rows that must stay refer to it ({string.Join(", ", step.Blockers.Select(blocker => blocker.Entity.Name).Distinct())})";
            var others = string.Concat(minimums.Select(group => $".Where({row} => {Linq.IsPast(row, group.Anchor!, Cutoff(group))})"));
            _text.Line("await run.KeepAsync(");
            _text.Continue(Words.Rule(entity, "Kept", [], reason, null) + ",", $"{(others.Length == 0 ? Asked("owned") : $"() => {Query("owned")}{others}")}, cancel);");
        }

        var underMinimum = minimums.SelectMany(group => group.Fields)
            .Where(field => !field.GoesFromKeptRows).Select(field => field.Property.Name).ToList();
        foreach (var group in minimums.Where(_ => minimums.Count > 1 || step.Blockers.Count > 0 || step.IsShared))
        {
            var served = group.Fields.Where(field => !field.GoesFromKeptRows && field.Property.IsBlankable)
                .Select(field => field.Property).ToList();
            if (served.Count == 0)
                continue;
            _text.Line("await run.ChangeAsync(");
            _text.Continue(
                Words.Rule(entity, "Blanked", served.Select(field => field.Name), $"{Words.Minimum(group)}: served", group.Rule) + ",",
                $"() => {Query("owned")}.Where({row} => {Linq.IsPast(row, group.Anchor!, Cutoff(group))})",
                $"    .Where({row} => {Linq.Holds(row, served, null)}),",
                $"set => set{string.Concat(Linq.Blank(row, served, null))}, cancel);");
        }

        var leaving = step.Groups.SelectMany(group => group.Fields.Where(field => !group.HasMinimum || field.GoesFromKeptRows))
            .Select(field => field.Property).Where(field => !underMinimum.Contains(field.Name))
            .GroupBy(field => field.Name).Select(same => same.First()).ToList();
        if (leaving.Where(field => !field.IsBlankable).ToList() is { Count: > 0 } stuck)
        {
            _text.Line("await run.KeepAsync(");
            _text.Continue(
                Words.Rule(entity, "Kept", stuck.Select(field => field.Name), "cannot be emptied: neither nullable nor free text", null) + ",",
                $"{Asked("owned")}, cancel);");
        }

        var blanked = leaving.Where(field => field.IsBlankable).ToList();
        var links = step.Sides.Count > 0
            ? step.Sides.Select(side => side.Reference).Where(side => side.IsCuttable).ToList()
            : step.Link is { } only ? [only] : [];
        if (blanked.Count == 0 && links.Count == 0)
            return;
        var holds = links.Count == 0 ? Linq.Holds(row, blanked, null) : null;
        _text.Line("await run.ChangeAsync(");
        _text.Continue(
            Words.Rule(
                entity, links.Count == 0 ? "Blanked" : "Anonymised", blanked.Select(field => field.Name),
                links.Count == 0 ? "the row stays, without what no law keeps" : $"the row stays, without its link to the {_plan.Subject} and what no law keeps",
                First(step)) + ",",
            $"{(holds is null ? Asked("owned") : $"() => {Query("owned")}.Where({row} => {holds})")}, set => set");
        var set = Linq.Blank(row, blanked, null).Concat(links.SelectMany(link => Linq.Blank(row, [], link))).ToList();
        _text.Continue(set.Select((assignment, index) => $"    {assignment}{(index == set.Count - 1 ? ", cancel);" : "")}"));
    }

    /// <summary>Of rows that can be of two people: those that are nobody's but the subject's.</summary>
    private void Alone(ErasureStep step, string row)
    {
        var names = string.Join(", ", step.Sides.Select(side => side.Name));
        _text.Comment($"A row can be of two people ({names}): it goes once it is nobody else's; else it stays, without the {_plan.Subject}.", "// ");
        var onSome = string.Join(" || ", step.Sides.Select(side => OnSide(side, row)));
        var andNobodyElses = string.Join(" && ", step.Sides.Select(side => $"({Nobody(side)}{OnSide(side, row)})"));
        _text.Line($"var owned = {Lambda}{Linq.Rows(step.Entity)}");
        if (step.Further.Count == 0)
            _text.Continue($".Where({row} => {onSome})", $".Where({row} => {andNobodyElses});");
        else
            _text.Continue([
                $".Where({row} => ({onSome}) && {andNobodyElses}",
                .. ByFurtherWays(step, row).Select((way, index) => $"    || ({way}){(index == step.Further.Count - 1 ? ");" : "")}")]);

        string Nobody(Side side) => string.Concat(side.Reference.Columns.Where(column => column.IsNullable)
            .Select(column => $"{Linq.Column(row, column)} == null || "));
    }

    /// <summary>Rows that are somebody else's as well: the subject's side of them is emptied.</summary>
    private void Leave(ErasureStep step, Side side, string row, List<FieldGroup> minimums)
    {
        var entity = step.Entity;
        var rows = $"{Linq.Rows(entity)}.Where({row} => {OnSide(side, row)})";
        // What the law keeps of the side stays until its time is over, by each minimum that names it.
        var byMinimums = side.Fields.Where(field => field.IsBlankable)
            .GroupBy(field => string.Join(" && ", minimums
                .Where(group => group.Fields.Any(kept => kept.Property.Name == field.Name && !kept.GoesFromKeptRows))
                .Select(group => Linq.IsPast(row, group.Anchor!, Cutoff(group))).Distinct()), StringComparer.Ordinal)
            .ToList();
        var fields = byMinimums.Where(same => same.Key.Length == 0).SelectMany(same => same).ToList();
        var stuck = side.Fields.Where(field => !field.IsBlankable).Select(field => field.Name).ToList();
        _text.Line("await run.KeepAsync(");
        _text.Continue(
            Words.Rule(
                entity, "Kept", Names(step.Groups).Except(byMinimums.SelectMany(same => same).Select(field => field.Name)),
                $"the row is somebody else's as well; the {_plan.Subject} was its {side.Name}"
                    + (stuck.Count == 0 ? "" : $"; {string.Join(", ", stuck)} cannot be emptied: neither nullable nor free text"), null) + ",",
            $"() => {rows}, cancel);");
        foreach (var group in minimums.Where(group => group.Fields.Any(field => !field.GoesFromKeptRows && side.Fields.Contains(field.Property))))
            Keep(entity, row, group, rows, side);
        // Before the link is cut, by which the rows are found.
        foreach (var served in byMinimums.Where(same => same.Key.Length > 0))
        {
            _text.Line("await run.ChangeAsync(");
            _text.Continue(
                Words.Rule(
                    entity, "Blanked", served.Select(field => field.Name),
                    $"the law's time is over; the row stays for the other, without the {_plan.Subject} as its {side.Name}", First(step)) + ",",
                $"() => {rows}.Where({row} => {served.Key})",
                $"    .Where({row} => {Linq.Holds(row, served, null)}),",
                $"set => set{string.Concat(Linq.Blank(row, served, null))}, cancel);");
        }

        if (fields.Count == 0 && !side.Reference.IsCuttable)
            return;
        _text.Line("await run.ChangeAsync(");
        _text.Continue(
            Words.Rule(
                entity, side.Reference.IsCuttable ? "Anonymised" : "Blanked", fields.Select(field => field.Name),
                $"the row stays for the other, without the {_plan.Subject} as its {side.Name}", First(step)) + ",",
            side.Reference.IsCuttable ? $"() => {rows}, set => set" : $"() => {rows}.Where({row} => {Linq.Holds(row, fields, null)}), set => set");
        var set = Linq.Blank(row, fields, side.Reference).ToList();
        _text.Continue(set.Select((assignment, index) => $"    {assignment}{(index == set.Count - 1 ? ", cancel);" : "")}"));
    }

    /// <summary>What stands before the query of a variable.</summary>
    private string Lambda => _areAsked ? "() => " : "";

    /// <summary>The query of a variable, where something else is asked of it.</summary>
    private string Query(string variable) => _areAsked ? variable + "()" : variable;

    /// <summary>The lambda that gives the query of a variable.</summary>
    private string Asked(string variable) => _areAsked ? variable : "() => " + variable;

    private string OnSide(Side side, string row) => Owned([side.Reference], row);

    private string Owned(IReadOnlyList<ReferenceModel> way, string row) => new OwnedRows(_plan.Root, _context).Are(way, row);

    private string Name(ErasureStep step) => step.Path.Count == 0
        ? $"Erase{_plan.Root.Name}ItselfAsync"
        : $"Erase{Words.Plural(step.Entity)}Of{_plan.Root.Name}Async";

    private string Summary(ErasureStep step, List<FieldGroup> minimums)
    {
        var what = step.Path.Count == 0 ? $"The {_plan.Subject}'s own row" : $"{step.Entity.Name} rows of the {_plan.Subject}";
        var kept = string.Join("; ", minimums.Select(group => $"{Words.Minimum(group)} {Words.Source(group.Rule!)}"));
        return kept.Length == 0 ? what + "." : $"{what}. Kept by law: {kept}.";
    }

    private static string Cutoff(FieldGroup group) => Linq.Cutoff(group.Rule!.AtLeast!.Value, isMinimum: true);

    private static IEnumerable<string> Names(IEnumerable<FieldGroup> groups) =>
        groups.SelectMany(group => group.Fields).Select(field => field.Property.Name).Distinct();

    private static RetentionRule? First(ErasureStep step) =>
        step.Groups.Select(group => group.Rule).OfType<RetentionRule>().FirstOrDefault() is { } first
            ? first with { Clauses = step.Groups.SelectMany(group => group.Rule?.Clauses ?? []).Distinct().ToEquatable() }
            : null;
}

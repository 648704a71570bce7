using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Notices;

/// <summary>
/// Writes the notice that a policy stands for: what is published and what is enforced have one source. A section answers
/// what people ask; each statement names its clauses.
/// </summary>
internal sealed class NoticeBuilder
{
    private readonly PolicyModel _policy;
    private readonly ReportWords _words;
    private readonly StatementSentences _sentences;

    private NoticeBuilder(PolicyModel policy, ReportWords words) => (_policy, _words, _sentences) = (policy, words, new(words, "Notice"));

    /// <summary>The notice of a policy.</summary>
    public static NoticeDocument Build(PolicyModel policy, ReportWords words)
    {
        var builder = new NoticeBuilder(policy, words);
        return new(words.Language, builder.Say("Title", policy.Controller.Name), [.. builder.Lead()],
        [
            .. new[]
            {
                builder.Section("collect", builder.Collected()), builder.Section("why", builder.Why()),
                builder.Section("who", builder.Who()), builder.Section("where", builder.Where()),
                builder.Section("how-long", builder.HowLong()), builder.Section("rights", builder.Rights()),
                builder.Section("children", builder.Children()), builder.Section("cookies", builder.Cookies()),
                builder.Section("security", builder.Security()), builder.Section("promises", builder.Measures()),
                builder.Section("changes", builder.Changes()), builder.Section("contact", builder.Contact()),
            }.Where(section => !section.Statements.IsEmpty),
        ]);
    }

    private NoticeSection Section(string id, IEnumerable<NoticeStatement> statements) => new(id, Say($"Section.{id}"), [.. statements]);

    private IEnumerable<string> Lead()
    {
        var controller = _policy.Controller;
        yield return controller.Address is { } address
            ? Own("WhoAt", controller.Name, address) : Own("Who", controller.Name);
        if (_policy.Header.Effective is { } day)
            yield return Say("Since", ReportWords.Number(_policy.Header.Version), _words.Day(day));
        if (_policy.Laws.Length > 0)
            yield return Say("Laws", _words.List(_policy.Laws.Select(law => law.Pack.Title.In(_words.Language))));
    }

    private IEnumerable<NoticeStatement> Collected()
    {
        if (_policy.Data.IsEmpty)
            yield return Of(_policy.Never.Where(one => one.Action == "collect" && one.Category is null), one => one, _ => Say("CollectNothing"));
        if (_policy.Subjects.Any(one => !one.Clauses.IsEmpty))
            yield return Of(_policy.Subjects, one => one, some => Say("About", _words.List(some.Select(one => one.Subject))));
        foreach (var one in _policy.Data)
            yield return Of(one, Data(one));
        foreach (var from in _policy.Sources.GroupBy(one => one.From).OrderBy(same => same.Key))
            yield return Of(
                from, one => one, some => Say(from.Key is { } origin ? $"From.{origin}" : "From", _words.List(some.Select(one => one.Source))));
        foreach (var one in _policy.NonPersonal)
            yield return Of(one, Say("NonPersonal", one.Says?.In(_words.Language) ?? one.Name));
        foreach (var one in _policy.Never.Where(one => one.Action is "collect" or "store" && (one.Category is not null || !_policy.Data.IsEmpty)))
            yield return Of(one, Sentence(_policy.Data.IsEmpty ? Say("NeverNoData", Never(one)) : Never(one)));
    }

    private string Data(DataStatement one)
    {
        var what = _policy.Subjects.Length > 1 && !one.Subjects.IsEmpty
            ? Say("DataOf", _words.Label(one.Category), _words.List(one.Subjects)) : _words.Label(one.Category);
        if (one.IsOptional)
            what = ReportWords.Inside(what);
        return Sentence((one.IsOptional, one.Collected.IsEmpty) switch
        {
            (true, true) => Say("Perhaps", what),
            (true, false) => Say("PerhapsAt", what, _words.List(one.Collected)),
            (false, true) => what,
            _ => Say("CollectedAt", what, _words.List(one.Collected)),
        });
    }

    private IEnumerable<NoticeStatement> Why()
    {
        foreach (var one in _policy.Purposes)
        {
            var data = _policy.Data.Where(data => data.Purposes.Any(purpose => purpose.IsWithin(one.Purpose)))
                .Select(data => data.Category).Distinct().ToArray();
            var more = new List<string>();
            if (_sentences.Parts(one, _policy) is { } parts)
                more.Add(Sentence(parts));
            if (data.Length > 0)
                more.Add(Say("Uses", _words.List(data)));
            if (one.Basis is { } basis)
                more.Add(Say($"Basis.{basis}"));
            if (one.Interest is { } interest)
                more.Add(Say("Interest", interest.In(_words.Language)));
            if (one.As != Form.Raw)
                more.Add(Say("OnlyAs", _words.Say($"Common.Form.{one.As}")));
            if (one.OptOut is { } optOut)
                more.Add(Say($"OptOut.{optOut}"));
            if (one.Objection == true)
                more.Add(Say("Objection"));
            yield return new(Sentence(_words.Label(one.Purpose)), [.. one.Clauses.Concat(one.Consent?.Clauses ?? []).Distinct()])
            {
                IsDecision = one.IsDecision,
                More = [.. more],
            };
        }
        if (_policy.Data.Length > 0)
            yield return new(Say("NothingElse"), []);
    }

    private IEnumerable<NoticeStatement> Who()
    {
        if (_policy.Recipients.IsEmpty)
            yield return new(Own("Nobody"), []);
        foreach (var one in _policy.Recipients)
        {
            var role = one.Role is { } said ? Say($"Role.{said}") : "";
            var more = new List<string>
            {
                one.As == Form.Raw ? Say("Gets", _words.List(one.Receives), _words.List(one.Purposes))
                    : Say("GetsAs", _words.List(one.Receives), _words.List(one.Purposes), _words.Say($"Common.Form.{one.As}")),
            };
            if (role.Length > 0)
                more.Add(role);
            more.AddRange(_sentences.Conditions(one).Select(Sentence));
            yield return Of(one, Sentence(_words.Label(one.Recipient))) with { More = [.. more] };
        }
        foreach (var one in _policy.Never.Where(one => one.Action is "sell" or "rent" or "trade" or "disclose" or "use"))
            yield return Of(one, Sentence(Never(one)));
    }

    private IEnumerable<NoticeStatement> Where()
    {
        foreach (var one in _policy.Recipients)
            if (one.Regions.Any(region => region != _policy.Controller.Region) && _sentences.Where(one) is { } where)
                yield return Of(one, Say("Goes", _words.Label(one.Recipient), where));
    }

    private IEnumerable<NoticeStatement> HowLong()
    {
        foreach (var same in _policy.Data.Where(one => one.Keep is not null)
            .GroupBy(one => (Says: _sentences.Kept(one.Keep!), Because: one.Keep!.Because?.In(_words.Language), Subjects: _policy.Subjects.Length > 1 ? _words.List(one.Subjects) : "")))
        {
            yield return Of(same, one => one.Keep!, some =>
            {
                var what = _words.List(some.Select(one => one.Category).Distinct());
                return Sentence(Say(
                    "Kept", ReportWords.First(same.Key.Subjects.Length > 0 ? Say("DataOf", what, same.Key.Subjects) : what), same.Key.Says));
            }) with
            {
                More = same.Key.Because is { } because ? [Sentence(Say("Because", because))] : [],
            };
        }
        foreach (var one in _policy.Holds)
            yield return Of(one, Sentence(Say("Held", one.Categories.IsEmpty ? _words.Say("Common.AllData") : _words.List(one.Categories), one.Because?.In(_words.Language) ?? one.Hold)));
    }

    private IEnumerable<NoticeStatement> Rights()
    {
        foreach (var one in _policy.Rights)
        {
            var more = new List<string>();
            if (one.Channels.Length > 0)
                more.Add(Say("AskBy", _words.Either(one.Channels.Select(channel => _words.Word("Channel", channel)))));
            if (_sentences.Time(one) is { Length: > 0 } time)
                more.Add(Say("Answered", time));
            more.AddRange(_sentences.Steps(one).Select(Sentence));
            yield return Of(one, Say($"Right.{one.Right}")) with { More = [.. more] };
        }
    }

    private IEnumerable<NoticeStatement> Children()
    {
        if (_policy.Age is { } age)
            yield return Of(age, Say($"Age.{age.Below}", ReportWords.Number(age.Minimum))) with
            {
                More = age.ErasedWhenFound ? [Say("AgeErased")] : [],
            };
    }

    private IEnumerable<NoticeStatement> Cookies()
    {
        foreach (var one in _policy.Cookies.Concat(_policy.Trackers))
        {
            var more = new List<string> { one.Essential ? Say("CookieEssential") : "" };
            if (one.Purposes.Length > 0)
                more.Add(Say("CookieFor", _words.List(one.Purposes)));
            if (one.After is { } gate)
                more.Add(Sentence(_sentences.After(gate)));
            if (one.Keep is { } keep)
                more.Add(Say("CookieStays", _words.Time(keep)));
            if (one.Recipient is { } reader)
                more.Add(Say("CookieReader", Inside(reader)));
            if (one.Refusable.Length > 0)
                more.Add(Say("CookieRefuse", _words.Either(one.Refusable.Select(where => _words.Word("Refusable", where)))));
            yield return Of(one, one.Name + ".") with { More = [.. more.Where(text => text.Length > 0)] };
        }
    }

    private IEnumerable<NoticeStatement> Security()
    {
        foreach (var one in _policy.Protection)
            yield return Of(one, Sentence(_sentences.Protected(one, _policy.Data.IsEmpty ? Say("AllNoData") : null)));
        foreach (var same in _policy.Data.Where(one => !one.Protect.IsEmpty)
            .GroupBy(one => _words.List(one.Protect.Select(how => _words.Say($"Common.Protection.{how}")))))
            yield return Of(same, one => one, some => Sentence(ReportWords.First(
                _words.Say("Common.ProtectedBy", _words.List(some.Select(one => one.Category).Distinct()), same.Key))));
        var logged = _policy.Never.Where(one => one.Action == "log").ToArray();
        if (logged.Length > 0)
            yield return Of(logged, one => one, some => Sentence(Say("NotLogged", some.Any(one => one.Category is null)
                ? _words.Say("Common.AnyData") : _words.List(some.Select(one => one.Category!)))));
    }

    // In the policy's own words: it names them, and nobody translates it.
    private IEnumerable<NoticeStatement> Measures() => _policy.Measures.Select(one => Of(one, Sentence(one.Measure.In(_words.Language))));

    private IEnumerable<NoticeStatement> Changes()
    {
        if (_policy.Changes is { } changes)
        {
            var more = new List<string>();
            if (changes.Notify.Length > 0)
                more.Add(Say("ChangesTold", _words.List(changes.Notify.Select(channel => _words.Word("Channel", channel)))));
            if (changes.Material is { } material)
                more.Add(Say($"Material.{material}"));
            if (changes.LastUpdated is { } day)
                more.Add(Say("LastUpdated", _words.Day(day)));
            yield return Of(changes, Say(changes.IsPublished ? "Published" : "Changed")) with { More = [.. more] };
        }
        if (_policy.Acceptance is { } acceptance)
            yield return Of(acceptance, Say(acceptance.IsConsent ? "AcceptedAsConsent" : "Accepted", Say($"By.{acceptance.By ?? AcceptedBy.Use}")));
    }

    private IEnumerable<NoticeStatement> Contact()
    {
        var controller = _policy.Controller;
        var ways = new (string Key, string? Value)[]
        {
            ("Email", _policy.Contact?.Email ?? controller.Email), ("Phone", _policy.Contact?.Phone ?? controller.Phone),
            ("Address", _policy.Contact?.Address ?? controller.Address), ("Officer", controller.Officer),
            ("Representative", controller.Representative),
        };
        var more = ways.Where(way => way.Value is not null).Select(way => Say($"Contact.{way.Key}", way.Value!)).ToArray();
        if (more.Length > 0)
            yield return new(Own("Contact", controller.Name), _policy.Contact?.Clauses ?? []) { HasList = true, More = [.. more] };
    }

    private string Never(Prohibition one) => Say("We", ReportWords.Inside(_sentences.Never(one)));

    private static NoticeStatement Of(Statement statement, string text) => new(text, statement.Clauses) { IsDecision = statement.IsDecision };

    // Of several statements: what was decided beside a clause is told of those alone that name it.
    private static NoticeStatement Of<T>(IEnumerable<T> several, Func<T, Statement> statement, Func<IReadOnlyCollection<T>, string> text)
    {
        var all = several.ToArray();
        ImmutableArray<string> clauses = [.. all.SelectMany(one => statement(one).Clauses).Distinct()];
        var decided = all.Where(one => statement(one).IsDecision).ToArray();
        return new(text(all), clauses)
        {
            IsDecision = decided.Length > 0,
            Decided = clauses.Select(id => (Id: id, Named: decided.Where(one => statement(one).Clauses.Contains(id)).ToArray()))
                .Where(one => one.Named.Length > 0).ToImmutableDictionary(one => one.Id, one => text(one.Named)),
        };
    }

    private string Inside(Term term) => ReportWords.Inside(_words.Label(term));

    private static string Sentence(string text) => ReportWords.First(text).TrimEnd('.') + ".";

    // A policy that declares no personal data has sentences of its own: it would contradict itself in the others'.
    private string Own(string key, params object[] arguments) => Say(_policy.Data.IsEmpty ? key + "NoData" : key, arguments);

    private string Say(string key, params object[] arguments) => _words.Say("Notice." + key, arguments);
}

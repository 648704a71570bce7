using PolicyAsCode.Language.Laws;
using PolicyAsCode.Language.Solution;
using PolicyAsCode.Language.Tracing;
using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Results;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Building;

/// <summary>Makes a report of what policies say. It knows no format, no clock and no file.</summary>
internal static class ReportBuilder
{
    /// <summary>The report.</summary>
    public static PrivacyReport Build(ReportSource source, ReportWords words)
    {
        ImmutableArray<ReportedPolicy> policies =
            [.. source.Policies.Where(one => one.Model is not null).Select(one => Build(one, source, words))];
        return new(words.Language, policies)
        {
            AsOf = source.AsOf,
            HasCode = !source.Assemblies.IsEmpty,
            HasResults = source.Tests.HasRead,
            Rules =
            [
                .. policies.SelectMany(one => one.Clauses.SelectMany(clause => clause.Rules).Concat(one.Waivers.Select(waiver => waiver.Rule)))
                    .Distinct().OrderBy(rule => rule, StringComparer.Ordinal)
                    .Select(rule => new Named(rule, ReportWords.Has($"Titles.{rule}") ? words.Say($"Titles.{rule}") : rule)),
            ],
        };
    }

    private static ReportedPolicy Build(CompiledPolicy compiled, ReportSource source, ReportWords words)
    {
        var policy = compiled.Model!;
        var sentences = new StatementSentences(words);
        var evaluator = new PolicyEvaluator(policy);
        var code = source.Assemblies.IsEmpty ? null : SolutionCode.Of(compiled, source.Assemblies);
        var data = new DataEntries(policy, evaluator, code, words, sentences).Build();
        var trace = PolicyTrace.Of(compiled);
        var clauses = Clauses(trace, source.Tests, words);
        return new(policy.Header.Name, policy.Header.Title, policy.Header.Version)
        {
            Effective = policy.Header.Effective,
            ReviewBy = policy.Header.ReviewBy,
            Controller = policy.Controller,
            Laws = [.. policy.Laws.Select(law => new Named(law.Pack.Name, law.Pack.Title.In(words.Language)))],
            Subjects = words.Names(policy.Subjects.Select(one => one.Subject)),
            Data = data,
            NonPersonal = [.. policy.NonPersonal.Select(one => new NonPersonalEntry(one.Name, one.Says?.In(words.Language), words.Names(one.Purposes), Origin.Of(one)))],
            Map = new MapBuilder(policy, words).Build(),
            Register = new RegisterEntries(policy, data, words, sentences).Build(),
            Recipients = Recipients(policy, words, sentences),
            Retention = Retention(policy, data),
            Holds = [.. policy.Holds.Select(one => new HoldEntry(
                one.Hold, words.Names(one.Categories), one.Because?.In(words.Language), one.Owner, one.ReviewBy, Origin.Of(one)))],
            Rights = Rights(policy, words, sentences),
            Cookies = [.. policy.Cookies.Select(one => Cookie(one, false, words)), .. policy.Trackers.Select(one => Cookie(one, true, words))],
            Never = [.. policy.Never.Select(one => new SaidEntry(sentences.Never(one), Origin.Of(one)))],
            Protections = [.. policy.Protection.Select(one => new SaidEntry(sentences.Protected(one), Origin.Of(one)))],
            GeneralProtections =
            [
                .. policy.Protection.Where(one => one.Categories.IsEmpty).SelectMany(one => one.Protect).Distinct().OrderBy(one => one)
                    .Select(one => words.Word("Protection", one)),
            ],
            HasNotice = trace.HasNotice,
            Clauses = clauses,
            Decisions = [.. trace.Decisions.GroupBy(one => one.Section).Select(same => new DecisionEntry(
                same.Key, [.. same.Select(one => one.NameIn(words.Language)).Where(name => name.Length > 0).Distinct()]))],
            Findings = FindingEntries.Of(compiled, code, clauses, source.Tests.HasRead, words),
            Waivers = [.. policy.Waivers.OrderBy(one => one.Until).ThenBy(one => one.Rule, StringComparer.Ordinal)
                .Select(one => Waiver(one, source.AsOf, words))],
            Measures = [.. policy.Measures.Select(one => new MeasureEntry(
                one.Measure.In(words.Language), one.Owner, one.ReviewBy, DaysLeft(one.ReviewBy, source.AsOf), one.Keeps, Origin.Of(one)))],
            Due = DueEntries.Of(policy, source.AsOf, words),
        };
    }

    /// <summary>How many days are left to a day; null where either is not known.</summary>
    public static int? DaysLeft(CalendarDate? until, CalendarDate? asOf) =>
        until is { } end && asOf is { } day ? end.DayNumber - day.DayNumber : null;

    private static ImmutableArray<RecipientEntry> Recipients(PolicyModel policy, ReportWords words, StatementSentences sentences) =>
    [
        .. policy.Recipients.Select(one => new RecipientEntry(
            words.Name(one.Recipient), one.Role is { } role ? words.Word("Role", role) : null)
        {
            Receives = words.Names(one.Receives),
            Form = words.Word("Form", one.As),
            Purposes = words.Names(one.Purposes),
            Regions = [.. one.Regions.Select(words.Region)],
            Safeguard = one.Safeguard is { } safeguard ? words.Word("Safeguard", safeguard) : null,
            Contract = one.Contract?.In(words.Language),
            Conditions = [.. sentences.Conditions(one)],
            Origin = Origin.Of(one),
        }),
    ];

    // By event, in the vocabulary's order; what is never stored comes last.
    private static ImmutableArray<RetentionGroup> Retention(PolicyModel policy, ImmutableArray<DataEntry> data)
    {
        var order = policy.Vocabulary.Terms(TermKind.Anchor).ToDictionary(term => term.Key, term => term.Index, StringComparer.Ordinal);
        return
        [
            .. data.Where(one => one.Kept is not null).GroupBy(one => one.Kept!.From)
                .OrderBy(same => same.Key is { } anchor ? order[anchor.Key] : int.MaxValue)
                .Select(same => new RetentionGroup(same.Key,
                [
                    .. same.Select(one => new RetainedEntry(one.Category, one.Subjects, one.Kept!))
                        .OrderBy(one => one.Kept.Days).ThenBy(one => one.Category.Key, StringComparer.Ordinal),
                ])),
        ];
    }

    private static ImmutableArray<RightEntry> Rights(PolicyModel policy, ReportWords words, StatementSentences sentences) =>
    [
        .. policy.Rights.Select(one => new RightEntry(words.Word("Right", one.Right))
        {
            Within = one.Within,
            Time = sentences.Time(one),
            Promised = one.Promised is { } promised ? words.Time(promised) : null,
            Laws =
            [
                .. policy.LawsOn(one.Right).Where(article => article.Term is not null)
                    .Select(article => $"{article.Citation}: {words.Time(article.Term!.Value)}").Distinct(),
            ],
            Channels = [.. one.Channels.Select(channel => words.Word("Channel", channel))],
            Steps = [.. sentences.Steps(one)],
            People = [.. one.People.Select(words.Region)],
            Origin = Origin.Of(one),
        }),
    ];

    private static CookieEntry Cookie(CookieStatement one, bool isTracker, ReportWords words) =>
        new(one.Name, isTracker, one.Essential)
        {
            Purposes = words.Names(one.Purposes),
            After = one.After is { } gate ? words.Name(gate) : null,
            Kept = one.Keep is { } keep ? words.Time(keep) : null,
            Recipient = one.Recipient is { } recipient ? words.Name(recipient) : null,
            Refusable = [.. one.Refusable.Select(where => words.Word("Refusable", where))],
            Origin = Origin.Of(one),
        };

    private static ImmutableArray<ClauseEntry> Clauses(PolicyTrace trace, TestResults tests, ReportWords words) =>
    [
        .. trace.Clauses.Select(clause => new ClauseEntry(clause.Id, clause.Says?.In(words.Language), clause.State)
        {
            Promised = clause.Promised,
            Statements =
            [
                .. clause.Statements.Select(one => new StatedEntry(
                    one.Section, one.NameIn(words.Language), Origin.NameOf(one.Statement.Location), Origin.LineOf(one.Statement.Location))),
            ],
            Rules = [.. clause.KeptBy.Where(IsRule)],
            Operations = [.. clause.KeptBy.Where(one => !IsRule(one))],
            Owners = [.. clause.Statements.Select(one => (one.Statement as MeasureStatement)?.Owner).OfType<string>().Distinct()],
            PolicyTests =
            [
                .. clause.Tests.Select(test => $"{Origin.NameOf(test.Location)}:{ReportWords.Number(Origin.LineOf(test.Location))}"),
            ],
            CodeTests = [.. tests.Of(clause.Id).Select(test => new TestEntry(test.Name, test.Outcome))],
        }),
    ];

    private static bool IsRule(string keeper) => keeper.StartsWith("PAC", StringComparison.Ordinal);

    private static WaiverEntry Waiver(Waiver one, CalendarDate? asOf, ReportWords words) => new(
        one.Rule, one.At, one.Because, one.ApprovedBy, one.Until, DaysLeft(one.Until, asOf),
        one.Kind is { } kind ? words.Word("Waiver", kind) : null, one.Ticket, Origin.Of(one));
}

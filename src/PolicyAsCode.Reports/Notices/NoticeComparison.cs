using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Notices;

/// <summary>
/// Lists what a published notice said more or less than the policy that keeps it: promises that nothing states, promises that
/// the policy goes beyond or stays behind, what it decided beside a clause, and what it does without any.
/// </summary>
internal sealed class NoticeComparison(CompiledPolicy compiled, NoticeDocument notice, ReportWords words)
{
    private readonly PolicyModel _policy = compiled.Model ?? throw new ArgumentException(message: null, nameof(compiled));

    /// <summary>The list, as a document of its own.</summary>
    public NoticeDocument Build()
    {
        var published = compiled.Notice?.Clauses ?? [];
        var sections = new[]
        {
            Section("less", published.Where(clause => !_policy.Statements().Any(one => one.Clauses.Contains(clause.Id)))
                .Select(clause => new NoticeStatement(Say("Less", clause.Says?.In(words.Language) ?? clause.Id), [clause.Id]))),
            Section("unknown", _policy.Statements().SelectMany(one => one.Clauses).Distinct()
                .Where(id => published.All(clause => clause.Id != id))
                .Select(id => new NoticeStatement(Say("Unknown", id), [id]))),
            Section("behind", compiled.Diagnostics.Where(found => found.Id == PolicyRules.LawStricter && found.Severity != PolicySeverity.Observe)
                .Select(found => new NoticeStatement(found.MessageIn(words.Language), ClausesAt(found.Location)))),
            Section("wider", Wider()),
            Section("decided", Decided(published)),
            Section("more", notice.Sections.SelectMany(section => section.Statements).Where(one => one.Clauses.IsEmpty && IsDecided(one))),
        };
        return new(
            words.Language, Say("Title", _policy.Controller.Name),
            [published.IsEmpty ? Say("NoList") : Say("Lead", ReportWords.Number(published.Length), ReportWords.Number(sections[0].Statements.Length))],
            [.. sections.Where(section => !section.Statements.IsEmpty)]);
    }

    private NoticeSection Section(string id, IEnumerable<NoticeStatement> statements) => new(id, Say($"Section.{id}"), [.. statements]);

    // What people get beyond what the published text promises them.
    private IEnumerable<NoticeStatement> Wider()
    {
        foreach (var right in _policy.Rights)
        {
            var name = words.Word("Right", right.Right).Label;
            if (right.Promised is { } promised && right.Within is { } within)
            {
                if (right.Extension is { } extension && promised.IsShorterThan(within, extension.Within))
                    yield return new(
                        Say("Extended", name, words.Time(promised), words.Time(within), words.Time(extension.Within)), right.Clauses);
                else if (promised != within)
                    yield return new(
                        Say(promised.IsLongerThan(within) ? "Sooner" : "Later", name, words.Time(promised), words.Time(within)), right.Clauses);
            }
            if (right.People.Length > 0)
                yield return new(Say("Everyone", name, words.List(right.People.Select(one => words.Region(one).Label))), right.Clauses);
        }
        if (_policy.Acceptance is { IsConsent: false } acceptance)
            yield return new(Say("NoConsent"), acceptance.Clauses);
    }

    // A clause that the policy states by a decision: it closes a list that the text leaves open, or settles what it does not say.
    private IEnumerable<NoticeStatement> Decided(ImmutableArray<NoticeClause> published)
    {
        var told = new Dictionary<NoticeStatement, string>();
        foreach (var clause in published)
        {
            var decided = _policy.Statements().Where(one => one.IsDecision && one.Clauses.Contains(clause.Id)).ToArray();
            if (decided.Length == 0)
                continue;
            var lines = notice.Sections.SelectMany(section => section.Statements).Where(one => one.IsDecision
                && (one.Decided is { } parts ? parts.ContainsKey(clause.Id) : one.Clauses.Contains(clause.Id)));
            yield return new(Say("Decided", clause.Says?.In(words.Language) ?? clause.Id), [clause.Id])
            {
                HasList = true,
                More = [.. lines.Select(line => Told(line, clause.Id, told)).Distinct()],
            };
        }
    }

    // Whole where it comes first; what says much is not said again under each of its clauses.
    private string Told(NoticeStatement line, string clause, Dictionary<NoticeStatement, string> told)
    {
        var text = line.Decided is { } parts ? parts[clause] : line.Text;
        if (line.More.IsEmpty)
            return text;
        if (told.TryGetValue(line, out var first))
            return Say("As", text, first);
        told.Add(line, clause);
        return $"{text} {string.Join(" ", line.More)}";
    }

    // That nothing else is done is the policy's nature, and nobody's decision.
    private bool IsDecided(NoticeStatement one) => !Array.Exists(
        ["Notice.NothingElse", "Notice.Nobody", "Notice.NobodyNoData"], key => one.Text == words.Say(key));

    private ImmutableArray<string> ClausesAt(FileLocation location) =>
        _policy.Statements().FirstOrDefault(one => one.Location == location)?.Clauses ?? [];

    private string Say(string key, params object[] arguments) => words.Say("Against." + key, arguments);
}

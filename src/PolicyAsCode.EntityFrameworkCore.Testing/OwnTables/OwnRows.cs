using PolicyAsCode.EntityFrameworkCore.Testing.Judging;

namespace PolicyAsCode.EntityFrameworkCore.Testing.OwnTables;

/// <summary>
/// Fills the run time's own tables, which know people as well: consents and requests at the edges of each time that the
/// policy states, of those it is about and of others, standing, on hold, and with a copy that can still be fetched. They
/// name people who have no row.
/// </summary>
internal sealed class OwnRows(ModelFacts facts, DateTimeOffset now)
{
    private const string Held = "a person on hold";

    private readonly List<OwnRow> _rows = [];
    private readonly List<object> _stored = [];
    private int _people;

    public IReadOnlyList<OwnRow> Rows => _rows;

    /// <summary>The rows, and the orders that hold some of them, to be saved.</summary>
    public IReadOnlyList<object> Make()
    {
        var tables = facts.OwnTables.ToList();
        foreach (var rule in tables)
            foreach (var subject in Subjects(rule))
                foreach (var purpose in Purposes(rule))
                    OfOne(rule, subject, purpose);
        var held = _rows.Where(row => row.IsHeld).Select(row => row.Subject).Distinct();
        _stored.AddRange(held.Select(subject =>
            new PrivacyHold(Guid.CreateVersion7(now), subject, Held, "a dispute", now.AddYears(-1), until: null)));
        return _stored;
    }

    // A kind of person may name its record; a word that only begins like it is another kind.
    private IEnumerable<string> Subjects(OwnTableFacts rule) =>
        (rule.Subjects.IsEmpty ? facts.Records.Values.Distinct() : rule.Subjects)
            .SelectMany(subject => new[] { subject, subject + "/Guest", subject + "s" });

    private static IEnumerable<string> Purposes(OwnTableFacts rule) =>
        rule.Purposes.IsEmpty ? ["some purpose"] : rule.Purposes.Add("a purpose that no rule is about");

    private void OfOne(OwnTableFacts rule, string subject, string purpose)
    {
        if ((rule.AtMost ?? rule.AtLeast) is not { } period)
            return;
        var longAgo = now.AddYears(-40);
        var edges = facts.Expiry.Around(now, period, rule.AtMost is null, isDay: false).Cast<DateTimeOffset>()
            .Select(edge => (DateTimeOffset?)edge.ToUniversalTime());
        foreach (var ended in edges.Append(null).Append(longAgo).Append(now.AddHours(-1)))
            Add(new(rule.Table, Id(), subject, purpose, ended));
        Add(new(rule.Table, Id(), subject, purpose, longAgo) { IsHeld = true });
        if (rule.Table == OwnTable.Requests)
            foreach (var until in new[] { now.AddYears(1), now, now.AddYears(-39) })
                Add(new(rule.Table, Id(), subject, purpose, longAgo) { CopyUntil = until });
    }

    private Guid Id() => Guid.CreateVersion7(now);

    private void Add(OwnRow row)
    {
        _rows.Add(row);
        var person = row.IsHeld ? Held : FormattableString.Invariant($"nobody {++_people}");
        _stored.Add(row.Table switch
        {
            OwnTable.Consents => new PrivacyConsent(row.Id, row.Subject, person, row.Purpose, now.AddYears(-41))
            {
                GivenThrough = "form", TextVersion = "1", TextHash = "", TextLanguage = "en",
                WithdrawnAt = row.EndedAt, WithdrawnThrough = row.EndedAt is null ? null : "form",
            },
            _ => new PrivacyRequest(row.Id, PrivacyRight.Access, row.Subject, person)
            {
                Channel = "form", Language = "en", ReceivedAt = now.AddYears(-41), ClosedAt = row.EndedAt,
                CopyUntil = row.CopyUntil,
            },
        });
    }
}

using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <content>
/// What a sweep does to the run time's own tables: they know people as well, and the policy says for how long. Where the
/// context has no such table, nothing; where a legal hold stands on a person, their rows stay.
/// </content>
public sealed partial class SweepRun
{
    /// <summary>Erases consents that were taken back, a batch at a time; a dry run, and a rule for review, count them.</summary>
    /// <param name="rule">What demands it.</param>
    /// <param name="subjects">The kinds of people it is about; empty for all.</param>
    /// <param name="purposes">The purposes that they were given for, one rule may prove them longer than another; empty for all.</param>
    /// <param name="cutoff">Up to when they were taken back.</param>
    /// <param name="cancel">Stops between two batches.</param>
    public Task EraseWithdrawnConsentsAsync(
        PrivacyRule rule, IReadOnlyList<string> subjects, IReadOnlyList<string> purposes, RetentionCutoff cutoff,
        CancellationToken cancel)
    {
        if (_db.Model.FindEntityType(typeof(PrivacyConsent)) is null)
            return Task.CompletedTask;
        var kinds = subjects.ToArray();
        var holds = StandingHolds();
        var rows = _db.Set<PrivacyConsent>().IgnoreQueryFilters().Where(consent => consent.WithdrawnAt < cutoff.Moment);
        if (kinds.Length > 0)
            rows = rows.Where(consent => kinds.Any(kind => consent.Subject == kind || consent.Subject.StartsWith(kind + "/")));
        var proved = purposes.ToArray();
        if (proved.Length > 0)
            rows = rows.Where(consent => proved.Contains(consent.Purpose));
        rows = rows.Where(consent => !holds.Any(hold =>
            (hold.Subject == consent.Subject || consent.Subject.StartsWith(hold.Subject + "/")) && hold.SubjectId == consent.SubjectId));
        return EraseOrCountAsync(rule, rows.OrderBy(consent => consent.WithdrawnAt).ThenBy(consent => consent.Id), cancel);
    }

    /// <summary>Erases requests that were closed, a batch at a time; a dry run, and a rule for review, count them.</summary>
    /// <param name="rule">What demands it.</param>
    /// <param name="subjects">The kinds of people it is about; empty for all.</param>
    /// <param name="cutoff">Up to when they were closed.</param>
    /// <param name="cancel">Stops between two batches.</param>
    public Task EraseClosedRequestsAsync(
        PrivacyRule rule, IReadOnlyList<string> subjects, RetentionCutoff cutoff, CancellationToken cancel)
    {
        if (_db.Model.FindEntityType(typeof(PrivacyRequest)) is null)
            return Task.CompletedTask;
        var kinds = subjects.ToArray();
        var holds = StandingHolds();
        var now = _now;
        // A copy that can still be fetched is not done with.
        var rows = _db.Set<PrivacyRequest>().IgnoreQueryFilters()
            .Where(request => request.ClosedAt < cutoff.Moment && (request.CopyUntil == null || request.CopyUntil <= now));
        if (kinds.Length > 0)
            rows = rows.Where(request => kinds.Any(kind => request.Subject == kind || request.Subject.StartsWith(kind + "/")));
        rows = rows.Where(request => !holds.Any(hold =>
            (hold.Subject == request.Subject || request.Subject.StartsWith(hold.Subject + "/")) && hold.SubjectId == request.SubjectId));
        return EraseOrCountAsync(rule, rows.OrderBy(request => request.ClosedAt).ThenBy(request => request.Id), cancel);
    }

    private Task EraseOrCountAsync<TRow>(PrivacyRule rule, IOrderedQueryable<TRow> rows, CancellationToken cancel) =>
        rule.Action == PrivacyAction.ForReview ? CountAsync(rule, rows, cancel) : EraseAsync(rule, rows, cancel);

    // Asked in each batch anew: the run time's tables name people as holds do, and no key is to be read from text.
    private IQueryable<PrivacyHold> StandingHolds()
    {
        var now = _now;
        return _db.Set<PrivacyHold>().IgnoreQueryFilters().Where(hold => hold.Until == null || hold.Until > now);
    }
}

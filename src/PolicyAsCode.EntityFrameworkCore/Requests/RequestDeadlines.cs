namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Which requests are late, or soon will be.</summary>
internal static class RequestDeadlines
{
    public static IQueryable<PrivacyRequest> Overdue(IQueryable<PrivacyRequest> requests, DateTimeOffset now) =>
        NotDone(requests).Where(request => request.DueAt <= now && request.VerifiedAt != null);

    /// <summary>Past their day, and nobody has proved who asks: nothing can be done about them but to vouch for somebody.</summary>
    public static IQueryable<PrivacyRequest> Unproved(IQueryable<PrivacyRequest> requests, DateTimeOffset now) =>
        NotDone(requests).Where(request => request.DueAt <= now && request.VerifiedAt == null);

    public static IQueryable<PrivacyRequest> DueSoon(
        IQueryable<PrivacyRequest> requests, DateTimeOffset now, TimeSpan within)
    {
        var soon = now + within;
        return NotDone(requests).Where(request => request.DueAt > now && request.DueAt <= soon && request.VerifiedAt != null);
    }

    public static IQueryable<PrivacyRequest> Waiting(
        IQueryable<PrivacyRequest> requests, DateTimeOffset now, TimeSpan after)
    {
        var before = now - after;
        return NotDone(requests).Where(request =>
            request.DueAt == null && request.ConfirmedAt == null && request.ReceivedAt <= before);
    }

    private static IQueryable<PrivacyRequest> NotDone(IQueryable<PrivacyRequest> requests) =>
        requests.Where(request => request.ClosedAt == null && request.DoneAt == null);
}

using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>A request as a program gets it.</summary>
internal sealed record RequestAnswer(
    Guid Id, PrivacyRight Right, PrivacyRequestState State, DateTimeOffset ReceivedAt, DateTimeOffset? VerifiedAt,
    DateTimeOffset? ConfirmedAt, DateOnly? DueOn, string? ExtensionReason, DateTimeOffset? ExecutedAt, DateTimeOffset? DoneAt,
    string? RefusalReason, DateTimeOffset? ClosedAt, DateTimeOffset? CopyUntil)
{
    public static RequestAnswer Of(PrivacyRequest request) => new(
        request.Id, request.Right, request.State, request.ReceivedAt, request.VerifiedAt, request.ConfirmedAt, request.DueOn,
        request.ExtensionReason, request.ExecutedAt, request.DoneAt, request.RefusalReason, request.ClosedAt, request.CopyUntil);
}

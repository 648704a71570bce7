using System.Collections.Immutable;
using System.Text.Json;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>A request as a program of staff gets it: with whose it is, and with what they asked for.</summary>
internal sealed record StaffAnswer(
    Guid Id, PrivacyRight Right, PrivacyRequestState State, string Subject, string? SubjectId, string? Tenant, string Channel,
    string? Purpose, string? Words, ImmutableArray<FieldCorrection> Corrections, DateTimeOffset ReceivedAt, DateTimeOffset? VerifiedAt,
    string? VerifiedBy, DateTimeOffset? ConfirmedAt, DateOnly? DueOn, DateTimeOffset? DueAt, string? ExtensionReason,
    DateTimeOffset? ExecutedAt, string? ExecutedBy, DateTimeOffset? DoneAt, string? RefusalReason, DateTimeOffset? ClosedAt)
{
    public static StaffAnswer Of(PrivacyRequest request) => new(
        request.Id, request.Right, request.State, request.Subject, request.SubjectId, request.Tenant, request.Channel,
        request.Purpose, request.Words, CorrectionsOf(request), request.ReceivedAt, request.VerifiedAt,
        request.VerifiedBy, request.ConfirmedAt, request.DueOn, request.DueAt, request.ExtensionReason,
        request.ExecutedAt, request.ExecutedBy, request.DoneAt, request.RefusalReason, request.ClosedAt);

    /// <summary>What is to be put right; nothing once it has been.</summary>
    public static ImmutableArray<FieldCorrection> CorrectionsOf(PrivacyRequest request) =>
        request.Corrections is { } json
            ? [.. JsonSerializer.Deserialize<List<FieldCorrection>>(json, JsonSerializerOptions.Web)!]
            : [];
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A copy that may be fetched: of whom, and until when.</summary>
/// <param name="RequestId">The request that asked for it.</param>
/// <param name="Right">Access or portability.</param>
/// <param name="Subject">The kind of person, such as <c>customer</c>.</param>
/// <param name="SubjectId">Who, as the key of their row in text.</param>
/// <param name="Until">It can be fetched until then.</param>
public sealed record PrivacyCopy(
    Guid RequestId, PrivacyRight Right, string Subject, string SubjectId, DateTimeOffset Until);

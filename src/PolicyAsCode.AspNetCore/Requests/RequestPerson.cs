namespace PolicyAsCode.AspNetCore;

/// <summary>A person on record, as the policy and the database call them.</summary>
/// <param name="Subject">The kind of person, such as <c>customer</c>.</param>
/// <param name="SubjectId">The key of their row, as text.</param>
public sealed record RequestPerson(string Subject, string SubjectId);

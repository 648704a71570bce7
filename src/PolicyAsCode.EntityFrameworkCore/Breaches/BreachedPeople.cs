namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>People whom a breach touches.</summary>
/// <param name="Kind">The kind of person, such as <c>customer</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Erased">How many more there were who are erased since: nobody can tell who they were.</param>
public sealed record BreachedPeople(string Kind, long Count, long Erased);

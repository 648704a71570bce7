namespace PolicyAsCode.AspNetCore;

/// <summary>A purpose or a field as the pages call it.</summary>
/// <param name="Term">What the policy or the code calls it: <c>promotion</c>, <c>Customer.Name</c>.</param>
/// <param name="English">In English.</param>
/// <param name="Indonesian">In Indonesian.</param>
public sealed record PageWord(string Term, string English, string Indonesian);

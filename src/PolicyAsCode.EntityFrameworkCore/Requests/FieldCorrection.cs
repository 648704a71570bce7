namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Something wrong, and what it should be.</summary>
/// <param name="Field">Which field, as the application calls it: <c>Customer.Email</c>.</param>
/// <param name="Value">What it should be.</param>
public sealed record FieldCorrection(string Field, string Value);

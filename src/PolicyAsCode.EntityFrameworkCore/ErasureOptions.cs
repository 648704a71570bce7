namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How an erasure runs.</summary>
/// <param name="DryRun">Whether to do all of it in a transaction that is rolled back, for the receipt it would give.</param>
public sealed record ErasureOptions(bool DryRun = false);

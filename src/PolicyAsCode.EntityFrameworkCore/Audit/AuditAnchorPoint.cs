namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The end of the chain as it was at a moment.</summary>
/// <param name="Seal">The number of the last link.</param>
/// <param name="Hash">Its hash, in hexadecimal digits.</param>
/// <param name="At">When.</param>
public sealed record AuditAnchorPoint(long Seal, string Hash, DateTimeOffset At);

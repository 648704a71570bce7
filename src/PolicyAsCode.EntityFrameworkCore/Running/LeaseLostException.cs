namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Another node has taken the lease: the transaction that notices must not commit.</summary>
internal sealed class LeaseLostException : Exception;

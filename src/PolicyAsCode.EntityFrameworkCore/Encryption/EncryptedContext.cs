namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A context whose database holds sealed values.</summary>
internal sealed record EncryptedContext(Type Type);

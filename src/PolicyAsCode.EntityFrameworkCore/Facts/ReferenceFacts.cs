namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A reference from one entity to another, whether or not the database knows it as a foreign key.</summary>
/// <param name="Properties">Its properties: <c>OrderId</c>, or <c>Year,Number</c>.</param>
/// <param name="Principal">The entity to which it leads.</param>
public sealed record ReferenceFacts(string Properties, Type Principal);

namespace PolicyAsCode;

/// <summary>
/// Marks the <c>bool</c> property of an entity that, while true, keeps the row and every row that belongs to it from
/// being erased or anonymised, by retention and by request.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LegalHoldAttribute : Attribute;

namespace PolicyAsCode;

/// <summary>
/// Says that a date property is the event from which retention counts:
/// <c>[RetentionAnchor(Anchors.LastPurchase)] public DateTimeOffset? LastPurchaseAt</c>. Rows whose anchor is null have
/// not begun to expire. <c>DateTimeOffset</c>, <c>DateTime</c> (UTC) and <c>DateOnly</c> count, nullable or not.
/// </summary>
/// <param name="anchor">A key of the vocabulary's anchors, such as <c>last-purchase</c>.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class RetentionAnchorAttribute(string anchor) : Attribute
{
    /// <summary>A key of the vocabulary's anchors, such as <c>last-purchase</c>.</summary>
    public string Anchor { get; } = anchor;
}

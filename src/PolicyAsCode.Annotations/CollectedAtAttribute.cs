namespace PolicyAsCode;

/// <summary>
/// Says at which source of the policy an endpoint, its type, or a parameter or property that a request fills collects
/// personal data. The nearest declaration wins. Without one, it comes from whoever sends the request.
/// </summary>
/// <param name="source">A key of the vocabulary's sources, such as <c>registration</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CollectedAtAttribute(string source) : Attribute
{
    /// <summary>A key of the vocabulary's sources, such as <c>registration</c>.</summary>
    public string Source { get; } = source;
}

namespace PolicyAsCode;

/// <summary>Says that what is handed to this type, method or parameter reaches a recipient outside the controller.</summary>
/// <param name="recipient">A key of the vocabulary's recipients, such as <c>payment-provider</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method
    | AttributeTargets.Parameter)]
public sealed class RecipientAttribute(string recipient) : Attribute
{
    /// <summary>A key of the vocabulary's recipients, such as <c>payment-provider</c>.</summary>
    public string Recipient { get; } = recipient;
}

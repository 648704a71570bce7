namespace PolicyAsCode;

/// <summary>
/// Declares that what is stored is encrypted where it lies, and by what: a column, or the type of one (a value converter
/// seals it), all columns of an entity, or on a <c>DbContext</c> the whole database. It encrypts nothing by itself; the
/// report lists it with its reason.
/// </summary>
/// <param name="how">By what, so that an auditor can look: <c>"AES-256-GCM, SealedTextConverter"</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class EncryptedAttribute(string how) : Attribute
{
    /// <summary>By what, so that an auditor can look.</summary>
    public string How { get; } = how;
}

namespace PolicyAsCode;

/// <summary>
/// Says for which purposes code runs. Code that serves several purposes may only use data allowed for all of them.
/// The nearest declaration wins: member, type, assembly, then the namespace in the bindings.
/// </summary>
/// <param name="purposes">Keys of the vocabulary's purposes, such as <c>promotion</c>; one at least.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly)]
public sealed class PurposeAttribute(params string[] purposes) : Attribute
{
    /// <summary>Keys of the vocabulary's purposes, such as <c>promotion</c>.</summary>
    public IReadOnlyList<string> Purposes { get; } = purposes;
}

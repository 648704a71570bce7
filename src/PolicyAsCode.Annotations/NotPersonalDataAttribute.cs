namespace PolicyAsCode;

/// <summary>
/// Declares that a member looks like personal data and is none. It is a declaration, not a suppression: the report
/// lists it with its reason, and a flow of personal data into the member is still reported.
/// </summary>
/// <param name="because">Why, in a sentence that an auditor understands.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Class
    | AttributeTargets.Struct)]
public sealed class NotPersonalDataAttribute(string because) : Attribute
{
    /// <summary>Why, in a sentence that an auditor understands.</summary>
    public string Because { get; } = because;
}

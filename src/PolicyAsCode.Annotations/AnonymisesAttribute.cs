namespace PolicyAsCode;

/// <summary>
/// Declares that a method changes the form of the data that goes through it. Only a declared anonymiser does; a method
/// is never trusted for its name.
/// </summary>
/// <param name="to">The form of what the method returns.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnonymisesAttribute(DataForm to) : Attribute
{
    /// <summary>The form of what the method returns.</summary>
    public DataForm To { get; } = to;
}

namespace PolicyAsCode;

/// <summary>
/// Declares how somebody says no to more of the same: on a member or parameter, that its value is the way out (a link, an
/// address, a sentence); on a method, that what it returns or sends has one; on a type, that all of its methods' have.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property
    | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class OptOutAttribute : Attribute;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Asks for the retention sweep and the erasure of subjects over this <c>DbContext</c>, as its policy states them: the
/// generator writes <c>ShopContextPrivacy</c> beside <c>ShopContext</c>, in the same namespace.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PrivacyOperationsAttribute : Attribute;

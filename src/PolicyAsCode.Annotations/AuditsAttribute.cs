namespace PolicyAsCode;

/// <summary>
/// Declares that writes of personal data are recorded here: on an EF Core interceptor that <c>AddInterceptors</c> registers,
/// on a <c>DbContext</c> that records what it saves, or on a method (or its type) that records a bulk write itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AuditsAttribute : Attribute;

namespace PolicyAsCode;

/// <summary>
/// Marks a method that proves something about a subject before personal data may be used: that it consented, is not
/// restricted, did not object, is old enough, is authorised. It returns <c>bool</c> (or a task of it), or throws.
/// </summary>
/// <param name="gate">A key of the vocabulary's gates, such as <c>consent</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GateAttribute(string gate) : Attribute
{
    /// <summary>A key of the vocabulary's gates, such as <c>consent</c>.</summary>
    public string Gate { get; } = gate;
}

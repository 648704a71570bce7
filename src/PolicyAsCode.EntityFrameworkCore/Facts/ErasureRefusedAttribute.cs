using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Says of which record no erasure was generated, and why, to the analyzer: it reports what the generator refuses.</summary>
/// <param name="record">The record of a person.</param>
/// <param name="entity">The entity that stands in the way.</param>
/// <param name="reason">Why, in a sentence.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErasureRefusedAttribute(Type record, Type entity, string reason) : Attribute
{
    /// <summary>The record of a person.</summary>
    public Type Record { get; } = record;

    /// <summary>The entity that stands in the way.</summary>
    public Type Entity { get; } = entity;

    /// <summary>Why, in a sentence.</summary>
    public string Reason { get; } = reason;
}

using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Says which class was generated for which context, to the generator of projects that reference it.</summary>
/// <param name="context">The <c>DbContext</c>.</param>
/// <param name="operations">The generated class.</param>
/// <param name="records">The records of which it can erase one.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedPrivacyAttribute(Type context, Type operations, params Type[] records) : Attribute
{
    /// <summary>The <c>DbContext</c>.</summary>
    public Type Context { get; } = context;

    /// <summary>The generated class.</summary>
    public Type Operations { get; } = operations;

    /// <summary>The records of which it can erase one.</summary>
    public IReadOnlyList<Type> Records { get; } = records;
}

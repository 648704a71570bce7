using System.Collections.Immutable;
using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>An entity in a copy.</summary>
/// <param name="Name">The entity, as the code calls it.</param>
/// <param name="Side">Of rows of two people, which of them this is; null for others.</param>
/// <param name="Fields">Its fields; those that are not withheld are the columns of what is read, in this order.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportEntity(string Name, string? Side, ImmutableArray<ExportField> Fields)
{
    /// <summary>Whether something of it belongs into a copy of that kind.</summary>
    public bool IsIn(ExportKind kind) => kind == ExportKind.Access || Fields.Any(field => field.IsPersonal && field.IsIn(kind));
}

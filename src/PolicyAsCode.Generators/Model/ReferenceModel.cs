namespace PolicyAsCode.Generators.Model;

/// <summary>A foreign key of an entity.</summary>
/// <param name="Principal">The type that it points to.</param>
/// <param name="Navigation">The property that leads there; null where none.</param>
/// <param name="IsNavigationNullable">Whether code must expect null there.</param>
/// <param name="Columns">Its columns, in the order of the principal's key.</param>
public sealed record ReferenceModel(
    string Principal, string? Navigation, bool IsNavigationNullable, EquatableArray<ColumnModel> Columns)
{
    /// <summary>The properties of the principal that it refers to; empty for its primary key.</summary>
    public EquatableArray<string> PrincipalKey { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The properties of a principal that it refers to.</summary>
    public IReadOnlyList<string> KeyOf(EntityModel principal) => PrincipalKey.Count > 0 ? PrincipalKey : principal.Key;

    /// <summary>Whether it can point nowhere, so that the link can be cut and the row stays.</summary>
    public bool IsCuttable => Columns.Any(column => column.IsNullable);
}

/// <summary>A column of a foreign key.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its type in code, without the question mark.</param>
/// <param name="IsNullable">Whether it takes null.</param>
/// <param name="IsShadow">Whether only the model has it, and the class does not.</param>
public sealed record ColumnModel(string Name, string Type, bool IsNullable, bool IsShadow);

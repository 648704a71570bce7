using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What generated operations rely on of a model; written by the generator.</summary>
/// <param name="Entities">The entities that they know.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ModelAssumptions(ImmutableArray<EntityAssumption> Entities)
{
    /// <summary>In what a model differs.</summary>
    public ModelDifferences Compare(IModel model) => new ModelComparison(this, model).Differences();
}

/// <summary>What is relied on of an entity.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Base">The entity that it derives from; null where none.</param>
/// <param name="Key">The properties of its primary key; empty where it has none.</param>
/// <param name="Fields">The fields that operations name, and how.</param>
/// <param name="References">Its foreign keys.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EntityAssumption(
    Type Type, Type? Base, ImmutableArray<string> Key, ImmutableArray<FieldAssumption> Fields,
    ImmutableArray<ReferenceAssumption> References);

/// <summary>What is relied on of a field.</summary>
/// <param name="Name">Its name, with the way to it where it lies in an object: <c>Home.Street</c>.</param>
/// <param name="Use">How it is used.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FieldAssumption(string Name, FieldUse Use);

/// <summary>How operations use a field.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum FieldUse
{
    /// <summary>It is read: it must be stored.</summary>
    Read,

    /// <summary>It goes with its row, and is never emptied.</summary>
    GoesWithItsRow,

    /// <summary>It is set to null.</summary>
    SetToNull,

    /// <summary>It is set to the empty text.</summary>
    SetToEmptyText,

    /// <summary>Time counts from it: the database compares and orders it.</summary>
    Compared,
}

/// <summary>What is relied on of a foreign key.</summary>
/// <param name="Principal">The entity that it refers to.</param>
/// <param name="Columns">Its properties.</param>
/// <param name="PrincipalKey">The properties that they refer to; empty for the primary key.</param>
/// <param name="IsOptional">Whether the reference can be cut.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ReferenceAssumption(
    Type Principal, ImmutableArray<string> Columns, ImmutableArray<string> PrincipalKey, bool IsOptional);

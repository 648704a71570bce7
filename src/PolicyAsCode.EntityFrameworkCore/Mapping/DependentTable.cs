using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// A table whose rows are parts of an entity's rows and no entities that code could name: of an owned type with a table of
/// its own, or the join table that EF Core makes up for a many-to-many relationship.
/// </summary>
/// <param name="Name">What a receipt calls it.</param>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns that refer to what it is a part of.</param>
/// <param name="PrincipalKey">The key of the entity that they refer to.</param>
/// <param name="Above">The part that it is a part of; null where it hangs on the entity itself.</param>
/// <param name="AboveKey">The columns of that part that it refers to.</param>
internal sealed record DependentTable(
    string Name, ITable Table, IReadOnlyList<string> Columns, IReadOnlyList<IProperty> PrincipalKey, DependentTable? Above,
    IReadOnlyList<string> AboveKey)
{
    /// <summary>The parts of an entity's rows, those that hang on others first.</summary>
    public static IEnumerable<DependentTable> Of(IEntityType entity) => Of(entity, null);

    private static IEnumerable<DependentTable> Of(IEntityType principal, DependentTable? above)
    {
        foreach (var key in principal.GetReferencingForeignKeys().Where(IsPart))
        {
            var dependent = key.DeclaringEntityType;
            var table = StoredField.TableOf(dependent, dependent)!;
            if (principal.GetTableMappings().Any(mapping => mapping.Table == table))
            {
                // Lies in the same rows; what hangs on it hangs on them.
                foreach (var part in Of(dependent, above))
                    yield return part with { PrincipalKey = above is null ? key.PrincipalKey.Properties : part.PrincipalKey };
                continue;
            }

            var self = new DependentTable(
                Called(key), table, [.. StoredField.Columns(dependent, table, key.Properties)],
                above?.PrincipalKey ?? key.PrincipalKey.Properties, above,
                above is null ? [] : [.. StoredField.Columns(principal, above.Table, key.PrincipalKey.Properties)]);
            foreach (var part in Of(dependent, self))
                yield return part;
            yield return self;
        }
    }

    private static bool IsPart(IForeignKey key) =>
        key.IsOwnership && !key.DeclaringEntityType.IsMappedToJson() || IsJoin(key.DeclaringEntityType);

    /// <summary>Whether a type is a join table that no class stands for.</summary>
    internal static bool IsJoin(IReadOnlyEntityType type) => type.IsPropertyBag && type.GetForeignKeys().Count() == 2;

    private static string Called(IForeignKey key) => key.PrincipalToDependent is { } navigation
        ? $"{key.PrincipalEntityType.ClrType.Name}.{navigation.Name}"
        : key.DeclaringEntityType.ShortName();
}

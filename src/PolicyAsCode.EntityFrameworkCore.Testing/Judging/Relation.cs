using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>
/// A reference from the rows of one type to those of another: a foreign key of the model, or a property that the policy's
/// plan takes for one, and no constraint guards.
/// </summary>
internal sealed class Relation
{
    public Relation(IForeignKey key) => (Name, Role, Declaring, Principal, Properties, PrincipalProperties, IsRequired, IsUnique) = (
        NameOf(key), key.DependentToPrincipal?.Name ?? RoleOf(key.Properties), key.DeclaringEntityType, key.PrincipalEntityType,
        key.Properties, key.PrincipalKey.Properties, key.IsRequired, key.IsUnique);

    public Relation(IEntityType declaring, IReadOnlyList<IProperty> properties, IEntityType principal) =>
        (Name, Role, Declaring, Principal, Properties, PrincipalProperties, IsRequired) = (
            string.Join(",", properties.Select(property => property.Name)), RoleOf(properties), declaring, principal, properties,
            principal.FindPrimaryKey()!.Properties, properties.All(property => !property.IsNullable));

    /// <summary>The names of its properties, as facts call it.</summary>
    public string Name { get; }

    /// <summary>What somebody is called by it: <c>Sender</c>, of the navigation or of <c>SenderId</c>.</summary>
    public string Role { get; }

    public IEntityType Declaring { get; }

    public IEntityType Principal { get; }

    public IReadOnlyList<IProperty> Properties { get; }

    public IReadOnlyList<IProperty> PrincipalProperties { get; }

    public bool IsRequired { get; }

    /// <summary>Whether no two rows refer to the same.</summary>
    public bool IsUnique { get; }

    /// <summary>Whether it leads to rows of the same kind.</summary>
    public bool IsToItself(IEntityType type) => Principal.IsAssignableFrom(type);

    private static string RoleOf(IReadOnlyList<IProperty> properties) => properties[^1].Name is { Length: > 2 } name
        && name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : properties[^1].Name;

    public static string NameOf(IForeignKey key) => string.Join(",", key.Properties.Select(property => property.Name));
}

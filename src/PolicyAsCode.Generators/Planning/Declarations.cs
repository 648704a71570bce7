using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Policy;

namespace PolicyAsCode.Generators.Planning;

/// <summary>Adds what the bindings say of types and members that carry no attribute. The attribute is nearer, and wins.</summary>
internal static class Declarations
{
    public static ContextModel Join(ContextModel context, PolicyFacts policy)
    {
        return policy.Types.Count == 0 ? context : context with { Entities = context.Entities.Select(Entity).ToEquatable() };

        EntityModel Entity(EntityModel entity) => entity with
        {
            Subject = entity.Subject
                ?? policy.Types.FirstOrDefault(type => type.Subject is not null && entity.TypeNames.Contains(type.Type))?.Subject,
            Properties = entity.Properties.Select(Property).ToEquatable(),
            Inner = entity.Inner.Select(Property).ToEquatable(),
        };

        PropertyModel Property(PropertyModel property) =>
            property.Categories.Count > 0 || property.IsDeclaredNotPersonal
            || policy.Types.FirstOrDefault(type => type.Type == property.DeclaringType)?.Members
                .FirstOrDefault(member => member.Name == property.Name) is not { } bound
                ? property
                : property with { Categories = bound.Categories };
    }
}

using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Planning;

/// <summary>
/// Adds what the bindings say of types and members that carry no attribute (the attribute is nearer, and wins), and reads
/// a term that another one has replaced as that one.
/// </summary>
internal static class Declarations
{
    public static ContextModel Join(ContextModel context, PolicyFacts policy)
    {
        return policy.Types.Count == 0 && policy.Patterns.Count == 0 && policy.Attributes.Count == 0
            && policy.Libraries.Count == 0 && policy.Renamed.Count == 0
            ? context
            : context with { Entities = context.Entities.Select(Entity).ToEquatable() };

        EntityModel Entity(EntityModel entity) => entity with
        {
            Subject = (entity.Subject is { } subject ? policy.Meant(TermKind.Subject, subject) : null)
                ?? policy.Types.FirstOrDefault(type => type.Subject is not null && entity.TypeNames.Contains(type.Type))?.Subject,
            Properties = entity.Properties.Select(Property).ToEquatable(),
            Inner = entity.Inner.Select(Property).ToEquatable(),
        };

        PropertyModel Property(PropertyModel property) => InUse(Bound(property) is { } bound
            ? property with
            {
                Categories = property.Categories.Count > 0 || property.IsDeclaredNotPersonal
                    ? property.Categories
                    : bound.Categories,
                Anchors = property.Anchors.Concat(bound.Anchors).Distinct().ToEquatable(),
                IsLegalHold = property.IsLegalHold || bound.IsLegalHold,
            }
            : property);

        // In the order in which the rules read them: the member, a pattern, an attribute, a library's model.
        MemberFacts? Bound(PropertyModel property) =>
            In(policy.Types, property)
            ?? policy.Patterns.FirstOrDefault(one => one.Pattern.Matches(property.DeclaringType, property.Name))?.Held
            ?? policy.Attributes.FirstOrDefault(one => property.Attributes.Contains(one.Attribute))?.Held
            ?? In(policy.Libraries, property);

        static MemberFacts? In(IEnumerable<TypeFacts> types, PropertyModel property) => types
            .Where(type => type.Type == property.DeclaringType).SelectMany(type => type.Members)
            .FirstOrDefault(member => member.Name == property.Name);

        PropertyModel InUse(PropertyModel property) => policy.Renamed.Count == 0
            ? property
            : property with
            {
                Categories = property.Categories.Select(key => policy.Meant(TermKind.Category, key)).ToEquatable(),
                Anchors = property.Anchors.Select(key => policy.Meant(TermKind.Anchor, key)).ToEquatable(),
            };
    }
}

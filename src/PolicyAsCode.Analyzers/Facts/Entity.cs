using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>A stored property that holds personal data.</summary>
/// <param name="Property">The property, of the entity or of a type that it owns.</param>
/// <param name="Categories">What it is declared to hold.</param>
internal sealed record PersonalField(IPropertySymbol Property, TermSet Categories);

/// <summary>A row's reference to a row of another entity.</summary>
/// <param name="To">The entity that is referred to.</param>
/// <param name="ForeignKey">The property that holds the key; null for one that EF makes itself.</param>
/// <param name="IsOptional">Whether the reference can be cut.</param>
/// <param name="HasNavigation">Whether code can read over it.</param>
internal sealed record EntityLink(Entity To, IPropertySymbol? ForeignKey, bool IsOptional, bool HasNavigation);

/// <summary>A type whose objects are rows.</summary>
internal sealed class Entity(INamedTypeSymbol type, Term? subject, ImmutableArray<PersonalField> fields)
{
    private readonly List<EntityLink> _links = [];

    internal INamedTypeSymbol Type { get; } = type;

    /// <summary>Whose data it is declared to hold; null where nobody says.</summary>
    internal Term? Subject { get; } = subject;

    internal ImmutableArray<PersonalField> Fields { get; } = fields;

    /// <summary>The rows that this row refers to: towards its subject.</summary>
    internal IReadOnlyList<EntityLink> Links => _links;

    internal void Link(Entity to, IPropertySymbol? foreignKey, bool isOptional, bool hasNavigation)
    {
        if (ReferenceEquals(to, this))
            return;
        var known = _links.FindIndex(link => ReferenceEquals(link.To, to)
            && (foreignKey is null || link.ForeignKey is null
                || SymbolEqualityComparer.Default.Equals(link.ForeignKey, foreignKey)));
        if (known < 0)
            _links.Add(new(to, foreignKey, isOptional, hasNavigation));
        else if (_links[known].ForeignKey is null && foreignKey is not null)
            _links[known] = new(to, foreignKey, isOptional, hasNavigation || _links[known].HasNavigation);
        else if (hasNavigation)
            _links[known] = _links[known] with { HasNavigation = true };
    }

    /// <summary>This entity and all that its rows lead to, nearest first; over navigations only, where asked.</summary>
    internal IEnumerable<Entity> SelfAndReached(bool overNavigations = false)
    {
        var seen = new HashSet<Entity> { this };
        var open = new Queue<Entity>(seen);
        while (open.Count > 0)
        {
            var entity = open.Dequeue();
            yield return entity;
            foreach (var link in entity._links)
                if ((link.HasNavigation || !overNavigations) && seen.Add(link.To))
                    open.Enqueue(link.To);
        }
    }

    /// <summary>How many references of one step lead from its rows to rows of another entity.</summary>
    internal int References(Entity to, TypeContents contents) => Math.Max(
        _links.Count(link => ReferenceEquals(link.To, to)),
        EntityProperty.Of(Type, contents)
            .Count(property => !property.IsCollection && SymbolEqualityComparer.Default.Equals(property.Target, to.Type)));

    /// <summary>
    /// The subject's own record: declared for a subject, and leading to no other entity of the same one.
    /// </summary>
    internal bool IsRoot =>
        Subject is { } own && !SelfAndReached().Skip(1).Any(other => ReferenceEquals(other.Subject, own));

    /// <summary>The subjects' own records that its rows lead to, itself included.</summary>
    internal IEnumerable<Entity> Roots => SelfAndReached().Where(entity => entity.IsRoot);

    /// <summary>To whom its rows can belong: as declared, else whoever they lead to.</summary>
    internal IEnumerable<Term> Subjects => Subject is { } own ? [own] : Roots.Select(root => root.Subject!).Distinct();
}

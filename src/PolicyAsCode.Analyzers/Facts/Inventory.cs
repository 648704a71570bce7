using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What a compilation holds, from its declarations alone: no body is looked at. Names decide which members are asked.
/// </summary>
internal static class Inventory
{
    /// <summary>The inventory of a compilation.</summary>
    internal static AssemblyInventory Of(BoundPolicy policy, Compilation compilation, CancellationToken cancel)
    {
        var held = new Dictionary<ISymbol, HeldMember>(SymbolEqualityComparer.Default);
        var names = policy.Names.Personal;
        if (!names.IsEmpty)
            Collect(compilation.Assembly.GlobalNamespace);
        // An entity may be of another project, and only the one with the context knows that it is stored.
        foreach (var entity in policy.Entities.All)
            foreach (var field in entity.Fields)
                Add(field.Property, entity.Subjects, isStored: true);
        return new(compilation.Assembly.Name, policy.Model.Header.Name, policy.Model.Header.Version)
        {
            Held = [.. held.Values],
        };

        void Collect(INamespaceOrTypeSymbol scope)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var member in scope.GetMembers())
                switch (member)
                {
                    case INamespaceOrTypeSymbol inner:
                        Collect(inner);
                        break;
                    case IPropertySymbol or IFieldSymbol { AssociatedSymbol: null } when names.Contains(member.Name):
                        Add(
                            member, policy.Data.Subject(member.ContainingType) is { } subject ? [subject] : [],
                            isStored: false);
                        break;
                }
        }

        void Add(ISymbol member, IEnumerable<Term> subjects, bool isStored)
        {
            member = member.OriginalDefinition;
            if (policy.Data.Categories(member) is not { IsEmpty: false } categories
                || member.GetDocumentationCommentId() is not { } id)
                return;
            var known = held.TryGetValue(member, out var one)
                ? one
                : new(id, [.. policy.Terms(categories).Select(category => category.Key)]);
            held[member] = known with
            {
                Subjects = [.. known.Subjects.Union(subjects.Select(subject => subject.Key))],
                IsStored = known.IsStored || isStored,
            };
        }
    }
}

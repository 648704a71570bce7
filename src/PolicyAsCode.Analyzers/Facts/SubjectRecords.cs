using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>Which objects begin what is kept of a person, where the policy is open from an age.</summary>
internal sealed class SubjectRecords(PolicyModel policy, EntityModel entities)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether an object of that type is a person's own record, and nobody too young may have one.</summary>
    internal bool Wait(INamedTypeSymbol type) =>
        policy.Age is not null
        && _known.GetOrAdd(type, one => entities.Of(one) is { IsRoot: true, Fields.IsEmpty: false });
}

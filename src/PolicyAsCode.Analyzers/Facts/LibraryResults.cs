using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What comes back from members of libraries, where models say so: then it is that, and nothing of what the member was
/// handed or called on.
/// </summary>
internal sealed class LibraryResults(KnownTypes types, IEnumerable<LibraryResult> results)
{
    private readonly ILookup<string, LibraryResult> _results = results.ToLookup(one => one.Member, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, LibraryResult?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Names of members that give personal data back.</summary>
    internal IEnumerable<string> PersonalNames => _results
        .Where(group => group.Any(one => !one.Holds.IsEmpty && types.Find(one.Type) is not null))
        .Select(group => group.Key);

    /// <summary>What a library's member gives back; null where no model says.</summary>
    /// <param name="member">The member.</param>
    /// <param name="isNone">Whether no policy governs: then the caller answers for what is the caller's.</param>
    internal Label? Of(ISymbol member, bool isNone)
    {
        if (!_results.Contains(member.Name) || _known.GetOrAdd(member.OriginalDefinition, Read) is not { } result)
            return null;
        if (result.HoldsNothing)
            return Label.None;
        return isNone ? null : Label.Of(TermSet.Of(result.Holds));
    }

    private LibraryResult? Read(ISymbol member)
    {
        foreach (var one in _results[member.Name])
            if (types.Is(member.ContainingType, one.Type))
                return one;
        return null;
    }
}

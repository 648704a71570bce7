using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Detection;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>What a member looks like by its name, its type and its place.</summary>
internal sealed class Suggestions(Vocabulary vocabulary)
{
    private readonly PersonalDataDetector _detector = new(vocabulary);
    private readonly ConcurrentDictionary<(INamedTypeSymbol, bool), TypeContext> _types = new();

    /// <summary>The category that a member looks like; null where it looks like none.</summary>
    /// <param name="member">The member.</param>
    /// <param name="type">Its own type.</param>
    /// <param name="isPerson">Whether the type that declares it is known to be about a person.</param>
    internal Suggestion? Of(ISymbol member, ITypeSymbol type, Func<INamedTypeSymbol, bool> isPerson)
    {
        var owner = member.ContainingType;
        var context = _types.GetOrAdd((owner, isPerson(owner)), key => _detector.ContextOf(
            key.Item1.Name,
            key.Item1.GetMembers().Where(one => one is IPropertySymbol or IFieldSymbol).Select(one => one.Name),
            key.Item2));
        return _detector.Suggest(
            member.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), context);
    }
}

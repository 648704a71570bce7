using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>Findings that the policy accepts: only a policy silences a policy.</summary>
internal sealed class Waivers(IEnumerable<Waiver> waivers, CalendarDate? asOf)
{
    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private readonly ILookup<string, string> _places = waivers
        .Where(waiver => asOf is not { } day || waiver.Until.CompareTo(day) >= 0)
        .ToLookup(waiver => waiver.Rule, waiver => waiver.At, StringComparer.Ordinal);

    internal bool Silence(string rule, ISymbol? owner)
    {
        if (owner is null || !_places.Contains(rule))
            return false;

        var name = owner.ToDisplayString(FullName);
        return _places[rule].Any(place => Matches(place, name));
    }

    private static bool Matches(string place, string name) =>
        place.EndsWith("*", StringComparison.Ordinal)
            ? name.StartsWith(place.Substring(0, place.Length - 1), StringComparison.Ordinal)
            : name == place || name.StartsWith(place + ".", StringComparison.Ordinal);
}

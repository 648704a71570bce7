using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Where the data of a value came from: found by walking back through the body, and only when something is reported.
/// </summary>
internal static class Origins
{
    // Enough for any reader; a message with more places explains less.
    private const int Most = 8;

    internal static IReadOnlyList<Location> Of(IOperation value, BodyFlow flow, BoundPolicy policy)
    {
        var found = new List<Location>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IOperation>();
        open.Push(flow.Sources.Original(value));
        while (open.Count > 0 && found.Count < Most)
            foreach (var operation in open.Pop().DescendantsAndSelf())
                switch (operation)
                {
                    case IMemberReferenceOperation { Member: var member } when IsPersonal(member, policy):
                        found.Add(operation.Syntax.GetLocation());
                        found.AddRange(member.Locations.Where(place => place.IsInSource));
                        break;
                    case IParameterReferenceOperation { Parameter: var parameter } when seen.Add(parameter):
                        if (IsPersonal(parameter, policy) || !policy.Contents.Of(parameter.Type).IsEmpty)
                            found.AddRange(parameter.Locations.Where(place => place.IsInSource));
                        break;
                    case ILocalReferenceOperation { Local: var local } when seen.Add(local):
                        if (!policy.Contents.Of(local.Type).IsEmpty)
                            found.AddRange(local.Locations.Where(place => place.IsInSource));
                        foreach (var source in flow.Sources.Of(local))
                            open.Push(source);
                        break;
                }
        return found.Distinct().Take(Most).ToList();
    }

    private static bool IsPersonal(ISymbol symbol, BoundPolicy policy) =>
        policy.Names.Personal.Contains(symbol.Name) && !policy.Data.Categories(symbol).IsEmpty;
}

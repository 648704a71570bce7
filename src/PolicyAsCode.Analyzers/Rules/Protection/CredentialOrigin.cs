using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>
/// Where a credential comes from. What is read from a column is a hash, since nothing else is let in; what somebody typed
/// or was sent is in the clear. Walked back only when something may be reported.
/// </summary>
/// <param name="IsStored">Some of it comes from a column, or from a member that is declared to hold a hash.</param>
/// <param name="IsClear">Some of it does not.</param>
internal readonly record struct CredentialOrigin(bool IsStored, bool IsClear)
{
    // Enough for any code that people write; beyond, nobody knows, and nothing is said.
    private const int MostPlaces = 200;

    internal static CredentialOrigin Of(IOperation value, BodyFlow flow, BoundPolicy policy)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<(IOperation Value, BodyFlow Flow)>();
        open.Push((flow.Sources.Original(value), flow));
        var found = default(CredentialOrigin);
        for (var places = 0; open.Count > 0 && places < MostPlaces; places++)
        {
            var (at, around) = open.Pop();
            foreach (var operation in at.DescendantsAndSelf())
                switch (operation)
                {
                    case IMemberReferenceOperation { Member: var member } when IsCredential(member, policy):
                        found = found.Or(IsStoredIn(member, policy));
                        break;
                    case IParameterReferenceOperation { Parameter: var parameter } when seen.Add(parameter):
                        if (IsCredential(parameter, policy))
                            found = found.Or(policy.Data.Of(parameter).Form > Form.Raw);
                        break;
                    case ILocalReferenceOperation { Local: var local } when seen.Add(local):
                        foreach (var source in around.Sources.Of(local))
                            open.Push((source, around));
                        break;
                    case IInvocationOperation { TargetMethod: var called }
                        when policy.Contents.IsOurs(called.ContainingAssembly) && seen.Add(called.OriginalDefinition):
                        if (IsCredential(called, policy))
                            found = found.Or(policy.Data.Of(called).Form > Form.Raw);
                        foreach (var target in policy.Targets.Of(called))
                            foreach (var body in policy.Flows.Finished(target)?.Flows ?? [])
                                foreach (var returned in body.Returned)
                                    if (SymbolEqualityComparer.Default.Equals(returned.Function, target))
                                        open.Push((body.Sources.Original(returned.Value), body));
                        break;
                }
        }
        return found;
    }

    private CredentialOrigin Or(bool stored) => stored ? this with { IsStored = true } : this with { IsClear = true };

    private static bool IsStoredIn(ISymbol member, BoundPolicy policy) =>
        policy.Entities.Stores(member.OriginalDefinition) || policy.Data.Of(member).Form > Form.Raw;

    private static bool IsCredential(ISymbol symbol, BoundPolicy policy) =>
        policy.Names.Personal.Contains(symbol.Name)
        && !policy.Data.Categories(symbol).Intersect(policy.Credentials).IsEmpty;
}

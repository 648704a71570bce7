using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>
/// To whom SignalR sends: what goes to the one who called, or to one user, is that user's own; what goes to all or to a
/// group is told to whoever is connected.
/// </summary>
internal static class Audience
{
    private const string SignalR = "Microsoft.AspNetCore.SignalR";

    /// <summary>Whether a call sends to one connection or one user.</summary>
    internal static bool IsOneUser(Handed handed, BodyFlow flow, BoundPolicy policy)
    {
        if (!Facts.Attributes.IsIn(handed.Method.ContainingType, SignalR) || CallSite.Of(handed, flow, policy) is not { } site)
            return false;
        var to = site.Argument("clientProxy") ?? (site.Call as IInvocationOperation)?.Instance;
        while (to is IConversionOperation { Operand: var operand })
            to = operand;
        return to is IPropertyReferenceOperation { Property.Name: "Caller" }
            or IInvocationOperation { TargetMethod.Name: "User" or "Client" };
    }
}

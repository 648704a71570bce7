using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Messages to people, and whether one tells its reader how to say no: by something marked <c>[OptOut]</c>, by a method that
/// comes to one, or by the header that mail programs show as a button (RFC 2369).
/// </summary>
internal sealed class WaysOut(BoundPolicy policy)
{
    private const string Header = "List-Unsubscribe";

    private readonly Term? _contact = policy.Model.Vocabulary.Find(TermKind.Category, "contact");
    private readonly Term? _message = policy.Model.Vocabulary.Find(TermKind.Category, "communication.message");

    /// <summary>Whether what is handed over reaches a person: by a model or a binding, or by what the parameters are declared to hold.</summary>
    internal bool Sends(Handed handed) =>
        policy.Sinks.Is(SinkKind.Message, handed) || policy.Sinks.Is(SinkKind.Mail, handed) || policy.Sinks.Is(SinkKind.Sms, handed)
        || handed is { Far: null, Parameter: { } to } && Holds(to, _contact)
            && handed.Method.Parameters.Any(parameter => Holds(parameter, _message));

    /// <summary>Whether a method is marked, or its type, or what it implements; or bindings say so.</summary>
    internal bool IsMarked(IMethodSymbol method)
    {
        if (policy.Bindings.Method(method) is { HasWayOut: true })
            return true;
        for (ISymbol? at = method; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
            if (Attributes.One(at, Attributes.OptOut) is not null)
                return true;
        return method.OverriddenMethod is { } overridden && IsMarked(overridden)
            || method.ContainingType is { } type && type.AllInterfaces.Any(one => Attributes.One(one, Attributes.OptOut) is not null);
    }

    /// <summary>Whether a method comes to a way out, in its body or in what it calls.</summary>
    internal bool Reaches(IMethodSymbol method) => Reaches(method, new(SymbolEqualityComparer.Default));

    /// <summary>Whether a call says how to say no: in what it is given, and in all that this was made of.</summary>
    internal bool IsIn(IOperation call, BodyFlow flow)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IOperation>([call]);
        while (open.Count > 0)
            foreach (var operation in open.Pop().DescendantsAndSelf())
            {
                // What the sending method does by itself was asked before.
                if (operation != call && Says(operation, seen))
                    return true;
                if (Variable(operation) is { } variable && seen.Add(variable))
                    foreach (var made in Made(variable, flow))
                        open.Push(made);
            }
        return false;
    }

    private bool Reaches(IMethodSymbol method, HashSet<ISymbol> seen)
    {
        if (IsMarked(method))
            return true;
        if (!seen.Add(method.OriginalDefinition))
            return false;
        // Where there is no body, the names say.
        return policy.Flows.Solved(method, default)?.Flows is { IsEmpty: false } flows
            ? flows.Any(flow => flow.Body.Descendants().Any(operation => Says(operation, seen)))
            : policy.Flows.DeclarationsOf(method, default).Any(one => new NamesInBody(one).Mentions(policy.Names.WaysOut));
    }

    private bool Says(IOperation operation, HashSet<ISymbol> seen) => operation switch
    {
        ILiteralOperation { ConstantValue.Value: string text } => text.IndexOf(Header, StringComparison.OrdinalIgnoreCase) >= 0,
        IPropertyReferenceOperation { Property: var property } =>
            IsMarked(property) || property.GetMethod is { } get && Reaches(get, seen),
        IFieldReferenceOperation { Field: var field } => IsMarked(field),
        IParameterReferenceOperation { Parameter: var parameter } => IsMarked(parameter),
        IInvocationOperation { TargetMethod: var method } => Reaches(method, seen),
        IMethodReferenceOperation { Method: var method } => Reaches(method, seen),
        IObjectCreationOperation { Constructor: { } constructor } => Reaches(constructor, seen),
        _ => false,
    };

    private static bool IsMarked(ISymbol symbol) => Attributes.One(symbol, Attributes.OptOut) is not null;

    private static ISymbol? Variable(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    // What it is written with, and what is written into it or done with it: message.Body = …, message.Headers.Add(…).
    private static IEnumerable<IOperation> Made(ISymbol variable, BodyFlow flow)
    {
        if (variable is ILocalSymbol local)
            foreach (var source in flow.Sources.Of(local))
                yield return source;
        foreach (var operation in flow.Body.Descendants())
            if (operation switch
                {
                    IAssignmentOperation { Target: IMemberReferenceOperation target } => Root(target.Instance),
                    IInvocationOperation { Instance: { } on } => Root(on),
                    _ => null,
                } is { } root && SymbolEqualityComparer.Default.Equals(root, variable))
                yield return operation;
    }

    private static ISymbol? Root(IOperation? operation)
    {
        while (operation is IMemberReferenceOperation { Instance: { } inner })
            operation = inner;
        return Variable(operation);
    }

    private bool Holds(IParameterSymbol parameter, Term? wanted) =>
        wanted is not null && policy.Terms(policy.Data.Categories(parameter)).Any(held => held.IsWithin(wanted));
}

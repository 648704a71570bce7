using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The call where data is handed over in the end, and what its arguments are written as. Looked for only when something
/// may be reported.
/// </summary>
internal sealed class CallSite
{
    private const int MostSteps = 8;

    private readonly BodyFlow _flow;

    private CallSite(IOperation call, BodyFlow flow) => (Call, _flow) = (call, flow);

    /// <summary>The call, as it stands in its body.</summary>
    internal IOperation Call { get; }

    /// <summary>Its arguments.</summary>
    internal IEnumerable<IArgumentOperation> Arguments => Call switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => [],
    };

    /// <summary>The call of what was handed over: in this body, or in the last method of the path.</summary>
    internal static CallSite? Of(Handed handed, BodyFlow flow, BoundPolicy policy)
    {
        if (handed.Far is not null)
            return null;
        return handed.Path is { } path ? Of(handed.Method, handed.Site, path, policy) : Around(handed, flow);
    }

    /// <summary>The call at the end of a path.</summary>
    internal static CallSite? Of(IMethodSymbol method, Location at, CallPath path, BoundPolicy policy)
    {
        if (path.IsFar)
            return null;
        foreach (var there in policy.Flows.Finished(path.Methods.Last().OriginalDefinition)?.Flows ?? [])
            foreach (var one in there.Handed)
                if (one.Path is null && policy.Now(one.Value.Syntax.GetLocation()).Equals(policy.Now(at)) && Same(one.Method, method))
                    return Around(one, there);
        return null;
    }

    /// <summary>The call in this body by which data is handed over: the last one, or the first of the way there.</summary>
    internal static CallSite? Here(Handed handed, BodyFlow flow)
    {
        var called = handed.Path?.Methods.FirstOrDefault() ?? handed.Method;
        for (var at = flow.Sources.Original(handed.Value); at is not null; at = at.Parent)
            if (at is IInvocationOperation { TargetMethod: var target } && (Same(target, called) || MayRun(target, called))
                || at is IObjectCreationOperation { Constructor: { } made } && Same(made, called)
                || at is IBinaryOperation && handed.Path is null)
                return new(at, flow);
        return null;
    }

    // An interface's method, or one that is overridden.
    private static bool MayRun(IMethodSymbol target, IMethodSymbol runs) =>
        target.Name == runs.Name && target.Parameters.Length == runs.Parameters.Length
        && (target.IsAbstract || target.IsVirtual || target.IsOverride);

    /// <summary>The argument for a parameter; null where there is none.</summary>
    internal IOperation? Argument(string parameter) =>
        Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    /// <summary>
    /// What a text begins with whatever happens: of <c>$"https://shop.example/{id}"</c> all before the hole; through locals,
    /// constants, and what a <c>Uri</c> or a request is made of. Null where nothing is known of it.
    /// </summary>
    internal string? Beginning(IOperation? expression) => Beginning(expression, MostSteps)?.Text;

    /// <summary>The same, and whether it is all of the text.</summary>
    internal string? Beginning(IOperation? expression, out bool isWhole)
    {
        var found = Beginning(expression, MostSteps);
        isWhole = found?.IsWhole == true;
        return found?.Text;
    }

    private static CallSite? Around(Handed handed, BodyFlow flow)
    {
        for (var at = flow.Sources.Original(handed.Value); at is not null; at = at.Parent)
            if (at is IInvocationOperation { TargetMethod: var called } && Same(called, handed.Method)
                || at is IObjectCreationOperation { Constructor: { } made } && Same(made, handed.Method))
                return new(at, flow);
        return null;
    }

    private (string Text, bool IsWhole)? Beginning(IOperation? expression, int steps)
    {
        if (expression is null || steps == 0)
            return null;
        if (expression.ConstantValue is { HasValue: true, Value: string constant })
            return (constant, true);
        switch (expression)
        {
            case IConversionOperation { Operand: var operand }:
                return Beginning(operand, steps);
            case IParenthesizedOperation { Operand: var inner }:
                return Beginning(inner, steps);
            case IInterpolatedStringOperation text:
                return Joined(text.Parts.Select(part => part switch
                {
                    IInterpolatedStringTextOperation { Text: var words } => words,
                    IInterpolationOperation { Expression: var hole } => hole,
                    _ => null,
                }), steps);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Joined([sum.LeftOperand, sum.RightOperand], steps);
            case ILocalReferenceOperation { Local: var local }:
                return _flow.Sources.Of(local).Select(source => Beginning(source, steps - 1)).FirstOrDefault(one => one is not null);
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return Written(field);
            case IObjectCreationOperation made:
                return made.Arguments.Select(argument => argument.Value)
                    .Concat(made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(one => one.Value) ?? [])
                    .Select(one => Beginning(one, steps - 1)).FirstOrDefault(one => one is not null);
            default:
                return null;
        }
    }

    private (string Text, bool IsWhole)? Joined(IEnumerable<IOperation?> parts, int steps)
    {
        var text = "";
        foreach (var part in parts)
        {
            if (Beginning(part, steps - 1) is not { } one)
                return text.Length == 0 ? null : (text, false);
            text += one.Text;
            if (!one.IsWhole)
                return (text, false);
        }
        return (text, true);
    }

    // private static readonly Uri Api = new("https://…")
    private static (string, bool)? Written(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer }
        && initializer.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault() is { Token.Value: string text }
            ? (text, true)
            : null;

    private static bool Same(IMethodSymbol one, IMethodSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);
}

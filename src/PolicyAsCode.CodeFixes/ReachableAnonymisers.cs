using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.CodeFixes;

/// <summary>How near to the person data still is, in the order of <c>DataForm</c>.</summary>
internal enum Form
{
    Raw,
    Pseudonymised,
    Aggregated,
    Anonymised,
}

/// <summary>A method marked <c>[Anonymises]</c> that code can call where it stands.</summary>
/// <param name="Method">The method; it takes the data and nothing else.</param>
/// <param name="Form">The form that it makes.</param>
/// <param name="Code">How it is written, in full.</param>
/// <param name="Shown">How a reader writes it.</param>
internal sealed record ReachableAnonymiser(IMethodSymbol Method, Form Form, string Code, string Shown)
{
    /// <summary>Whether it can be put around a value: it takes it, and what it gives can stand there.</summary>
    internal bool Takes(ExpressionSyntax value, SemanticModel model, CancellationToken cancel)
    {
        var type = model.GetTypeInfo(value, cancel);
        var (given, wanted) = (Method.Parameters[0], type.ConvertedType);
        if (type.Type is null || wanted is null
            || !((CSharpCompilation)model.Compilation).ClassifyConversion(type.Type, given.Type).IsImplicit
            || !((CSharpCompilation)model.Compilation).ClassifyConversion(Method.ReturnType, wanted).IsImplicit)
            return false;
        return type.Nullability.FlowState != NullableFlowState.MaybeNull
            || given.NullableAnnotation != NullableAnnotation.NotAnnotated;
    }
}

/// <summary>The anonymisers of a program that a place in its code can reach.</summary>
internal static class ReachableAnonymisers
{
    /// <summary>Static ones, and those of fields, properties, parameters and locals in scope; nearest form first.</summary>
    internal static IEnumerable<ReachableAnonymiser> At(int position, SemanticModel model)
    {
        var compilation = model.Compilation;
        var within = (ISymbol?)(model.GetEnclosingSymbol(position)?.ContainingType) ?? compilation.Assembly;
        var ofTypes = Types(compilation.Assembly.GlobalNamespace).SelectMany(type => Methods(type)
            .Where(method => method.IsStatic && compilation.IsSymbolAccessibleWithin(method, within))
            .Select(method => Made(
                method, $"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{method.Name}",
                $"{type.Name}.{method.Name}")));
        var ofValues = model.LookupSymbols(position).SelectMany(symbol => TypeOf(symbol) is { } type
            ? Methods(type)
                .Where(method => !method.IsStatic && compilation.IsSymbolAccessibleWithin(method, within))
                .Select(method => Made(method, $"{symbol.Name}.{method.Name}", $"{symbol.Name}.{method.Name}"))
            : []);
        return ofValues.Concat(ofTypes).OfType<ReachableAnonymiser>()
            .OrderBy(one => one.Form).ThenBy(one => one.Code, StringComparer.Ordinal);
    }

    private static ReachableAnonymiser? Made(IMethodSymbol method, string code, string shown)
    {
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass is
                    { Name: "AnonymisesAttribute", ContainingNamespace: { Name: "PolicyAsCode", ContainingNamespace.IsGlobalNamespace: true } }
                && attribute.ConstructorArguments is [{ Value: int form }])
                return new(method, (Form)form, code, shown);
        return null;
    }

    private static IEnumerable<IMethodSymbol> Methods(INamespaceOrTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => method is { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, ReturnsVoid: false }
            && method.Parameters is { Length: > 0 } parameters && parameters[0].RefKind == RefKind.None
            && parameters.Skip(1).All(other => other.IsOptional || other.IsParams));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol at)
    {
        foreach (var member in at.GetMembers())
        {
            if (member is INamedTypeSymbol { IsGenericType: false } type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var below in Types(inner))
                    yield return below;
        }
    }
}

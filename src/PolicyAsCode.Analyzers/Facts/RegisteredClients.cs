using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// The addresses that <c>AddHttpClient&lt;T&gt;(client =&gt; client.BaseAddress = …)</c> gives to the types that call: by
/// names, in the order of the code. Read when a call is met whose own type says no address.
/// </summary>
internal sealed class RegisteredClients(Compilation compilation)
{
    private const string Adds = "AddHttpClient";
    private const string BaseAddress = "BaseAddress";

    private static readonly ImmutableHashSet<string> s_names = [Adds];

    /// <summary>By which names it is read out of bodies.</summary>
    internal static IReadOnlyCollection<string> Names => s_names;

    private readonly Lazy<ILookup<string, string>> _addresses = new(() => compilation.SyntaxTrees.SelectMany(In)
        .ToLookup(one => one.Type, one => one.Address, StringComparer.Ordinal));

    /// <summary>The addresses of a type.</summary>
    internal IEnumerable<string> Of(string type) => _addresses.Value[type];

    private static IEnumerable<(string Type, string Address)> In(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        if (!TreeNames.Of(tree).Bodies.Any(body => body.Names.Mentions(s_names)) && !Statements(root).Any())
            return [];
        return
            from name in root.DescendantNodes().OfType<GenericNameSyntax>()
            where name.Identifier.ValueText == Adds
            let call = name.FirstAncestorOrSelf<InvocationExpressionSyntax>()
            where call is not null
            from set in call.ArgumentList.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            where set.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: BaseAddress }
            from literal in set.Right.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()
            where literal.Token.Value is string
            from type in name.TypeArgumentList.Arguments
            select (Last(type), literal.Token.ValueText);
    }

    // The statements of a program without a Main are in no body.
    private static IEnumerable<GlobalStatementSyntax> Statements(SyntaxNode root) => root.ChildNodes().OfType<GlobalStatementSyntax>();

    private static string Last(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax { Right.Identifier.ValueText: var right } => right,
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        _ => "",
    };
}

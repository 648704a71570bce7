using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Facts.Endpoints;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// The properties that the model seals by a key of each person: <c>customer.Property(row => row.Email).IsEncrypted()</c>, and
/// those that say whose a row is: <c>order.HasSubject(row => row.CustomerId)</c>. By names, as the code writes them; read
/// lazily: only a bulk command of a policy that promises encryption asks.
/// </summary>
internal sealed class SealedColumns(Compilation compilation)
{
    private const string Seals = "IsEncrypted", Owns = "HasSubject", Picks = "Property";

    /// <summary>By which names it is read out of bodies.</summary>
    internal static ImmutableHashSet<string> Names { get; } = [Seals, Owns];

    private readonly Lazy<ILookup<string, string>> _members = new(() => compilation.SyntaxTrees.SelectMany(In)
        .ToLookup(one => one.Call, one => one.Member, StringComparer.Ordinal));

    /// <summary>Whether any column is sealed.</summary>
    internal bool Any => _members.Value.Contains(Seals);

    /// <summary>Whether columns of this name are sealed.</summary>
    internal bool IsSealed(string property) => _members.Value[Seals].Contains(property);

    /// <summary>Whether columns of this name say by whose key their rows are sealed.</summary>
    internal bool NamesPerson(string property) => _members.Value[Owns].Contains(property);

    private static IEnumerable<(string Call, string Member)> In(SyntaxTree tree)
    {
        if (!TreeNames.Of(tree).Bodies.Any(body => body.Names.Mentions(Names)))
            return [];
        return
            from call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            let name = Chains.Name(call)
            where Names.Contains(name)
            let naming = name == Owns ? call : Naming(call)
            where naming is not null
            let member = MemberIn(naming.ArgumentList)
            where member is not null
            select (name, member);
    }

    // Property(row => row.Email).HasMaxLength(100).IsEncrypted()
    private static InvocationExpressionSyntax? Naming(InvocationExpressionSyntax call)
    {
        var at = call;
        while (at.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner })
        {
            if (Chains.Name(inner) == Picks)
                return inner;
            at = inner;
        }
        return null;
    }

    // A member of the row itself: what is reached over another row is that one's.
    private static string? MemberIn(ArgumentListSyntax list) => list.Arguments.FirstOrDefault()?.Expression switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } => Plain(body)
            is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access && Plain(access.Expression) is IdentifierNameSyntax
            ? member
            : null,
        LiteralExpressionSyntax { Token.Value: string member } => member,
        InvocationExpressionSyntax
        {
            Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }],
        } =>
            (named as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (named as IdentifierNameSyntax)?.Identifier.ValueText,
        _ => null,
    };

    // (object)row.Email!
    private static ExpressionSyntax Plain(ExpressionSyntax at) => at switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Plain(inner),
        CastExpressionSyntax { Expression: var inner } => Plain(inner),
        PostfixUnaryExpressionSyntax { Operand: var inner } => Plain(inner), // none but "!" is in an expression tree
        _ => at,
    };
}

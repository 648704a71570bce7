using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace PolicyAsCode.CodeFixes;

/// <summary>Writes attributes at declarations.</summary>
internal static class OurAttribute
{
    /// <summary>Writes <c>[Name(arguments)]</c> above a declaration, or adds the arguments to the one that stands there.</summary>
    /// <param name="editor">The declaration's document.</param>
    /// <param name="declaration">A member, a type, or a parameter.</param>
    /// <param name="name">The attribute, without <c>Attribute</c>.</param>
    /// <param name="arguments">Its arguments; those that stand there already are not written again.</param>
    /// <param name="space">Its namespace.</param>
    internal static void Write(
        DocumentEditor editor, SyntaxNode declaration, string name, IReadOnlyList<ExpressionSyntax> arguments,
        string space = "PolicyAsCode") =>
        editor.ReplaceNode(declaration, (current, generator) =>
        {
            if (Standing(current, name) is not { } standing)
                return Add(generator, current, (AttributeListSyntax)generator.Attribute(
                    SyntaxFactory.ParseName($"global::{space}.{name}").WithAdditionalAnnotations(Simplifier.Annotation),
                    arguments.Count == 0 ? null : arguments.Select(argument => generator.AttributeArgument(argument))));

            // By position before what is given by name: `[DataCategory("a", "b", Form = …)]`.
            var given = standing.ArgumentList?.Arguments ?? [];
            var known = new HashSet<string>(given.Select(one => one.Expression.ToString()), StringComparer.Ordinal);
            var more = arguments.Where(argument => !known.Contains(argument.ToString()))
                .Select(SyntaxFactory.AttributeArgument);
            var at = given.TakeWhile(one => one.NameEquals is null).Count();
            return current.ReplaceNode(standing, standing.WithArgumentList(
                SyntaxFactory.AttributeArgumentList(given.InsertRange(at, more))));
        });

    // Beside the attributes that stand there, on a line of its own where they do so.
    private static SyntaxNode Add(SyntaxGenerator generator, SyntaxNode declaration, AttributeListSyntax attribute)
    {
        if (declaration is not MemberDeclarationSyntax { AttributeLists: { Count: > 0 } lists } member)
            return generator.AddAttributes(declaration, attribute);
        var last = lists[lists.Count - 1];
        var indent = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? last.GetLastToken().GetNextToken().LeadingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            : [];
        return member.WithAttributeLists(lists.Add(
            attribute.WithLeadingTrivia(indent).WithTrailingTrivia(last.GetTrailingTrivia())));
    }

    // As it is written: in the tree of an editor nothing is bound any more.
    private static AttributeSyntax? Standing(SyntaxNode declaration, string name) =>
        Lists(declaration).SelectMany(list => list.Attributes).FirstOrDefault(attribute =>
        {
            var written = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.ToString()
                : attribute.Name is AliasQualifiedNameSyntax aliased ? aliased.Name.ToString()
                : attribute.Name.ToString();
            return written == name || written == name + "Attribute";
        });

    private static SyntaxList<AttributeListSyntax> Lists(SyntaxNode declaration) => declaration switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        ParameterSyntax parameter => parameter.AttributeLists,
        _ => [],
    };
}

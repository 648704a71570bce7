using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Language.Tests.Messages;

/// <summary>What the sources of the language tell: the keys of their messages, and sentences without a key.</summary>
internal static class SourceMessages
{
    private static readonly Lazy<SyntaxNode[]> s_files = new(() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("src/PolicyAsCode.Language"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path).GetRoot())]);

    /// <summary>Each <c>Message.Of(…)</c>.</summary>
    internal static IEnumerable<InvocationExpressionSyntax> Uses() => s_files.Value
        .SelectMany(file => file.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Where(call => call.Expression is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Of",
            Expression: IdentifierNameSyntax { Identifier.ValueText: "Message" },
        });

    /// <summary>The key of a message; null where it is not written out.</summary>
    internal static string? KeyOf(InvocationExpressionSyntax use) =>
        use.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string key } ? key : null;

    /// <summary>Where something stands, for the message of a test.</summary>
    internal static string PlaceOf(SyntaxNode node) =>
        $"{Path.GetFileName(node.SyntaxTree.FilePath)}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}

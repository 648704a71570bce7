using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Tests;

/// <summary>Sentences that stand in sources instead of resources: a person would read them in English, whatever the language.</summary>
internal static partial class SourceSentences
{
    /// <summary>The sources of a project.</summary>
    internal static SyntaxNode[] Parse(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path).GetRoot())];

    /// <summary>
    /// Texts of three words and more. An exception of the system's is for us, and what is compared with words of somebody
    /// else's is not told to anybody.
    /// </summary>
    internal static IEnumerable<SyntaxNode> In(IEnumerable<SyntaxNode> files) => files
        .SelectMany(file => file.DescendantNodes())
        .Where(node => node is LiteralExpressionSyntax { Token.Value: string text } && Sentence().IsMatch(text)
            || node is InterpolatedStringExpressionSyntax whole
                && Sentence().IsMatch(string.Join('\0', whole.Contents.OfType<InterpolatedStringTextSyntax>())))
        .Where(node => !node.Ancestors().Any(IsForUs) && !IsFirstOfPair(node) && !IsWordList(node));

    /// <summary>Where something stands, for the message of a test.</summary>
    internal static string PlaceOf(SyntaxNode node) =>
        $"{Path.GetFileName(node.SyntaxTree.FilePath)}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    private static bool IsForUs(SyntaxNode outer) =>
        outer is AttributeSyntax
        || (outer is ObjectCreationExpressionSyntax { Type: var type }
            && type.ToString() is not "UsageException" and var name && name.EndsWith("Exception", StringComparison.Ordinal));

    // The detector's words are compared with names of members, and told to nobody.
    private static bool IsWordList(SyntaxNode node) =>
        Path.GetFileName(Path.GetDirectoryName(node.SyntaxTree.FilePath)) == "Detection";

    private static bool IsFirstOfPair(SyntaxNode node) =>
        node.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax pair } argument && pair.Arguments[0] == argument;

    [GeneratedRegex("[A-Za-z']+ [a-z'-]+ [a-z'-]+")]
    private static partial Regex Sentence();
}

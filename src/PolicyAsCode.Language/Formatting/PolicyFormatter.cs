using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Formatting;

/// <summary>
/// Writes policy files in the style of the house: sections and keys in the order in which readers expect them, two blanks
/// a level, lines up to 120 characters. Comments stay with the statement that they are about, blank lines stay, and so do
/// groups in braces that fit their line. A formatted file is read again and compared before anybody gets it: one that
/// would say anything else, or lose a comment, is left as it was.
/// </summary>
public static class PolicyFormatter
{
    private const string Modeline = "# yaml-language-server:";

    /// <summary>Formats a file.</summary>
    /// <param name="path">Its path: its name says what it is.</param>
    /// <param name="text">Its text.</param>
    public static FormattedFile Format(string path, string text)
    {
        var mark = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? "\uFEFF" : "";
        var plain = text.Substring(mark.Length);
        var tree = SyntaxReader.Read(path, plain);
        // Of an empty file it is a mistake that it says nothing; there is nothing to format either.
        if (tree.Root.Entries.IsEmpty && tree.Mistakes.All(mistake => mistake.Id == PolicyRules.MissingPart))
            return new(text, IsLeftAlone: false);
        if (!tree.Mistakes.IsEmpty || tree.Root.IsDamaged)
            return new(text, IsLeftAlone: true);

        var shape = PolicyCompiler.KindOf(path) is { } kind ? FileShapes.Of(kind) : null;
        var source = new SourceText(plain, tree);
        var root = new LayoutReader(source).Read(tree.Root);
        if (source.Left.Any())
            return new(text, IsLeftAlone: true);
        var header = Header(root.Entries[0]);
        if (shape is not null)
            LayoutOrder.Apply(root, new Written.Group(shape));
        var lines = new LayoutWriter(source).Write(root, header, key => IsSection(shape, key));
        var end = plain.Contains("\r\n") ? "\r\n" : "\n";
        var formatted = string.Join(end, lines) + end;

        var again = SyntaxReader.Read(path, formatted);
        return again.Mistakes.IsEmpty && SameMeaning.Of(tree.Root, again.Root)
            && SourceText.CommentsOf(plain, tree).SequenceEqual(SourceText.CommentsOf(formatted, again))
            ? new(mark + formatted, IsLeftAlone: false)
            : new(text, IsLeftAlone: true);
    }

    // Up to its last blank line, and the line that names the schema: that is about the file, not about its first key.
    private static List<string?> Header(LayoutEntry first)
    {
        var length = first.Before.LastIndexOf(null) + 1;
        while (length < first.Before.Count
            && first.Before[length]!.StartsWith(Modeline, StringComparison.Ordinal))
            length++;
        var header = first.Before.GetRange(0, length);
        first.Before.RemoveRange(0, length);
        return header;
    }

    // Groups with one statement a key, and lists of statements; what stands above them is the head.
    private static bool IsSection(Shape? shape, string key) =>
        shape?.Keys.FirstOrDefault(known => known.Name == key)?.Written
            is Written.Map or Written.List { Item: Written.Group or Written.Either };
}

using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language;

/// <summary>The terms that come with the language; read once a process.</summary>
public static class BuiltInVocabulary
{
    private const string Folder = "vocabulary/";

    private static readonly Lazy<Vocabulary> s_terms = new(Read);

    /// <summary>The terms.</summary>
    public static Vocabulary Terms => s_terms.Value;

    /// <summary>The files of which it is made: their path inside the assembly, and their text.</summary>
    internal static IEnumerable<(string Path, string Text)> Files()
    {
        foreach (var name in Names())
            yield return (name, Text(name));
    }

    private static string[] Names()
    {
        var names = Array.FindAll(typeof(BuiltInVocabulary).Assembly.GetManifestResourceNames(),
            name => name.StartsWith(Folder, StringComparison.Ordinal));
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(BuiltInVocabulary).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static Vocabulary Read()
    {
        var mistakes = new List<PolicyDiagnostic>();
        var terms = VocabularyBinder.Extend(
            new([]), Names().Select(name => SyntaxReader.Read(name, Text(name))).ToArray(), mistakes);
        return mistakes.Count == 0
            ? terms
            : throw new InvalidOperationException($"{mistakes[0].Location}: {mistakes[0].Message}");
    }
}

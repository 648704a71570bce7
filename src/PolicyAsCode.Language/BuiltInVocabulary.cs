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
        var assembly = typeof(BuiltInVocabulary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().OrderBy(name => name, StringComparer.Ordinal))
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static Vocabulary Read()
    {
        var mistakes = new List<PolicyDiagnostic>();
        var terms = VocabularyBinder.Extend(
            new([]), Files().Select(file => SyntaxReader.Read(file.Path, file.Text)).ToArray(), mistakes);
        return mistakes.Count == 0
            ? terms
            : throw new InvalidOperationException($"{mistakes[0].Location}: {mistakes[0].Message}");
    }
}

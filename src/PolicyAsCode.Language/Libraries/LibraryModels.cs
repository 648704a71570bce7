using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Libraries;

/// <summary>
/// What the libraries do that everybody uses: <c>Libraries/models/*.yaml</c>, read when somebody first asks, once a process.
/// A project's own models (<c>NAME.models.yaml</c>) are written and read the same way.
/// </summary>
public static class LibraryModels
{
    private const string Folder = "models/";

    private static readonly Lazy<LibraryModel> s_builtIn = new(Read);

    /// <summary>What comes with this assembly.</summary>
    public static LibraryModel BuiltIn => s_builtIn.Value;

    private static LibraryModel Read()
    {
        var assembly = typeof(LibraryModels).Assembly;
        var mistakes = new List<PolicyDiagnostic>();
        var files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var tree = SyntaxReader.Read(name, reader.ReadToEnd());
                mistakes.AddRange(tree.Mistakes);
                return tree;
            })
            .ToArray();
        var model = ModelsBinder.Bind(files, BuiltInVocabulary.Terms, mistakes);
        return mistakes.Count == 0
            ? model
            : throw new InvalidOperationException($"{mistakes[0].Location}: {mistakes[0].Message}");
    }
}

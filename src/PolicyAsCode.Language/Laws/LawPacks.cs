using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Laws;

/// <summary>The laws that come with the language; each is read when a policy first follows it, once a process.</summary>
public static class LawPacks
{
    private const string Folder = "laws/";

    private static readonly Dictionary<string, Lazy<LawPack>> s_all = All();

    /// <summary>The laws that there are, as policies write them.</summary>
    public static IEnumerable<string> Names => s_all.Keys.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The law of that name; null where there is none.</summary>
    public static LawPack? Find(string name) => s_all.TryGetValue(name, out var pack) ? pack.Value : null;

    private static Dictionary<string, Lazy<LawPack>> All() =>
        typeof(LawPacks).Assembly.GetManifestResourceNames()
            .Where(path => path.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(
                path => path.Substring(Folder.Length, path.Length - Folder.Length - PolicyCompiler.LawEnd.Length),
                path => new Lazy<LawPack>(() => Read(path)), StringComparer.Ordinal);

    private static LawPack Read(string path)
    {
        using var reader = new StreamReader(typeof(LawPacks).Assembly.GetManifestResourceStream(path)!);
        var tree = SyntaxReader.Read(path, reader.ReadToEnd());
        var mistakes = tree.Mistakes.ToList();
        var pack = LawBinder.Bind(tree, BuiltInVocabulary.Terms, mistakes);
        return mistakes.Count == 0
            ? pack
            : throw new InvalidOperationException($"{mistakes[0].Location}: {mistakes[0].Message}");
    }
}

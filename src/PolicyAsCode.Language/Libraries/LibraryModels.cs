using System.Collections.Immutable;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Libraries;

/// <summary>
/// What the libraries do that everybody uses: <c>Libraries/models/*.yaml</c>, read when somebody first asks, once a process.
/// </summary>
public static class LibraryModels
{
    private const string Folder = "models/";
    private const string AllParameters = "all";

    private static readonly Lazy<ImmutableArray<SyntaxTree>> s_files = new(Read);

    private static readonly Lazy<ILookup<string, LibrarySink>> s_sinks = new(() =>
        s_files.Value.SelectMany(file => SinksOf(file)).ToLookup(sink => sink.Member, StringComparer.Ordinal));

    private static readonly Lazy<ILookup<string, LibraryHash>> s_hashes = new(() =>
        s_files.Value.SelectMany(HashesOf).ToLookup(hash => hash.Member, StringComparer.Ordinal));

    /// <summary>The sinks by the simple name of their member.</summary>
    public static ILookup<string, LibrarySink> Sinks => s_sinks.Value;

    /// <summary>What hashes credentials, by the simple name of its member.</summary>
    public static ILookup<string, LibraryHash> Hashes => s_hashes.Value;

    private static ImmutableArray<SyntaxTree> Read()
    {
        var assembly = typeof(LibraryModels).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .OrderBy(name => name, StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return Parse(name, reader.ReadToEnd());
                }),
        ];
    }

    /// <summary>Reads the sinks of one file.</summary>
    internal static ImmutableArray<LibrarySink> Bind(string path, string text) => SinksOf(Parse(path, text));

    private static SyntaxTree Parse(string path, string text)
    {
        var tree = SyntaxReader.Read(path, text);
        return tree.Mistakes.IsEmpty ? tree : throw Refuse(tree, tree.Mistakes[0].Location.Range);
    }

    // Below `hashes` the types, below each its members, with the parameters that are hashed.
    private static IEnumerable<LibraryHash> HashesOf(SyntaxTree tree)
    {
        foreach (var section in tree.Root.Entries)
            if (section.Key.Value == "hashes")
                foreach (var type in Entries(tree, section.Value))
                    foreach (var member in Entries(tree, type.Value))
                        yield return new(type.Key.Value, member.Key.Value, Parameters(tree, member.Value));
    }

    // Below `sinks` the kinds, below each its types, below each their members.
    private static ImmutableArray<LibrarySink> SinksOf(SyntaxTree tree)
    {
        var sinks = ImmutableArray.CreateBuilder<LibrarySink>();
        foreach (var section in tree.Root.Entries)
            if (section is { Key.Value: "sinks", Value: MappingNode kinds })
                foreach (var kind in kinds.Entries)
                    foreach (var type in Entries(tree, kind.Value))
                        foreach (var member in Entries(tree, type.Value))
                            sinks.Add(new(Kind(tree, kind.Key), type.Key.Value, member.Key.Value, Parameters(tree, member.Value)));
            else if (section.Key.Value is not ("models" or "hashes"))
                throw Refuse(tree, section.Key.Range);
        return sinks.ToImmutable();
    }

    private static ImmutableArray<MappingEntry> Entries(SyntaxTree tree, SyntaxNode node) =>
        node is MappingNode group ? group.Entries : throw Refuse(tree, node.Range);

    private static ImmutableArray<string> Parameters(SyntaxTree tree, SyntaxNode node) => node switch
    {
        ScalarNode { Value: AllParameters } => [],
        ScalarNode { IsMissing: false } one => [one.Value],
        SequenceNode many => [.. many.Items.Select(item => ((ScalarNode)item).Value)],
        _ => throw Refuse(tree, node.Range),
    };

    private static SinkKind Kind(SyntaxTree tree, ScalarNode word) => word.Value switch
    {
        "log" => SinkKind.Log,
        "url" => SinkKind.Url,
        "exception" => SinkKind.Exception,
        "telemetry" => SinkKind.Telemetry,
        "cookie" => SinkKind.Cookie,
        "prompt" => SinkKind.Prompt,
        "http" => SinkKind.Http,
        "storage" => SinkKind.Storage,
        "socket" => SinkKind.Socket,
        "message" => SinkKind.Message,
        "comparison" => SinkKind.Comparison,
        "edge" => SinkKind.Edge,
        "sale" => SinkKind.Sale,
        "rental" => SinkKind.Rental,
        "trade" => SinkKind.Trade,
        _ => throw Refuse(tree, word.Range),
    };

    private static InvalidOperationException Refuse(SyntaxTree tree, TextRange place) => new(tree.Locate(place).ToString());
}

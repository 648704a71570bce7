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

    private static readonly Lazy<ILookup<string, LibrarySink>> s_sinks = new(Read);

    /// <summary>The sinks by the simple name of their member.</summary>
    public static ILookup<string, LibrarySink> Sinks => s_sinks.Value;

    private static ILookup<string, LibrarySink> Read()
    {
        var assembly = typeof(LibraryModels).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .SelectMany(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return Bind(name, reader.ReadToEnd());
            })
            .ToLookup(sink => sink.Member, StringComparer.Ordinal);
    }

    /// <summary>Reads one file: below <c>sinks</c> the kinds, below each its types, below each their members.</summary>
    internal static ImmutableArray<LibrarySink> Bind(string path, string text)
    {
        var tree = SyntaxReader.Read(path, text);
        if (!tree.Mistakes.IsEmpty)
            throw Refuse(tree, tree.Mistakes[0].Location.Range);

        var sinks = ImmutableArray.CreateBuilder<LibrarySink>();
        foreach (var section in tree.Root.Entries)
            if (section is { Key.Value: "sinks", Value: MappingNode kinds })
                foreach (var kind in kinds.Entries)
                    foreach (var type in Entries(tree, kind.Value))
                        foreach (var member in Entries(tree, type.Value))
                            sinks.Add(new(Kind(tree, kind.Key), type.Key.Value, member.Key.Value, Parameters(tree, member.Value)));
            else if (section.Key.Value != "models")
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
        _ => throw Refuse(tree, word.Range),
    };

    private static InvalidOperationException Refuse(SyntaxTree tree, TextRange place) => new(tree.Locate(place).ToString());
}

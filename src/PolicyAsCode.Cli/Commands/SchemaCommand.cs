using System.CommandLine.Completions;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Schemas;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy schema</c>: what editors complete and explain policy files by.</summary>
internal sealed class SchemaCommand : PolicyCommand
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Argument<string?> _kind = new("kind")
    {
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string[]> _in = SharedOptions.In();
    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "FOLDER",
    };

    public SchemaCommand(CommandHost host)
        : base("schema", host)
    {
        _kind.CompletionSources.Add(_ => PolicySchema.Kinds.Select(kind => new CompletionItem(kind.Name)));
        Add(_kind);
        Add(_in);
        Add(_output);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy schema --output policies/.schema", "All"),
        new("policy schema --in policies --output policies/.schema --lang id", "Own"),
        new("policy schema policy", "One"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Exits => [ExitCodes.Clean, ExitCodes.Usage];

    private protected override int Run(ParseResult call)
    {
        var kinds = call.GetValue(_kind) is { } name ? [Choose(name)] : PolicySchema.Kinds.ToArray();
        var language = Host.Language;
        var vocabulary = Vocabulary(call.GetValue(_in) ?? []);
        if (call.GetValue(_output) is { } folder)
        {
            foreach (var (one, kind) in kinds)
                Host.Out.WriteLine(Words.Say("Schema.Written", Write(folder, one, PolicySchema.Write(kind, vocabulary, language))));
            return ExitCodes.Clean;
        }
        if (kinds.Length > 1)
            throw new UsageException("Usage.WhichKind");
        Host.Out.Write(PolicySchema.Write(kinds[0].Kind, vocabulary, language));
        return ExitCodes.Clean;
    }

    private static (string Name, PolicyFileKind Kind) Choose(string name)
    {
        foreach (var kind in PolicySchema.Kinds)
            if (kind.Name == name)
                return kind;
        var names = PolicySchema.Kinds.Select(kind => kind.Name).ToArray();
        throw new UsageException("Usage.NoKind", name, Spelling.OneOf(name, names));
    }

    private Vocabulary Vocabulary(string[] paths)
    {
        if (paths.Length == 0)
            return BuiltInVocabulary.Terms;
        var policies = PolicyFolder.Load(paths, Host);
        return policies.Compile(policies.Names[0], asOf: null).Vocabulary;
    }

    private string Write(string folder, string kind, string schema)
    {
        var shown = $"{folder.TrimEnd('/', '\\')}/{PolicySchema.FileName(kind)}";
        var full = Path.GetFullPath(shown, Host.Folder);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, schema, s_utf8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("Usage.CannotWrite", shown, FileFault.Of(fault));
        }
        return shown;
    }
}

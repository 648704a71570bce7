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
        Description = "The kind of file, such as policy, bindings or vocabulary. Without one: all, with --output.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string[]> _in = SharedOptions.In();
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write files KIND.schema.json into this folder, instead of one to the terminal.",
        HelpName = "FOLDER",
    };
    private readonly Option<string> _lang = SharedOptions.Lang();

    public SchemaCommand(CommandHost host)
        : base("schema", "Write the JSON schema by which editors complete, explain and check policy files.", host)
    {
        _in.Description = "A folder with policies: the terms of its own vocabulary are offered too.";
        _kind.CompletionSources.Add(_ => PolicySchema.Kinds.Select(kind => new CompletionItem(kind.Name)));
        Add(_kind);
        Add(_in);
        Add(_output);
        Add(_lang);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy schema --output policies/.schema", "Writes the schemas of all kinds of files beside the policies."),
        new("policy schema --in policies --output policies/.schema --lang id", "With your own terms, explained in Indonesian."),
        new("policy schema policy", "Shows the schema of policies."),
    ];

    private protected override int Run(ParseResult call)
    {
        var kinds = call.GetValue(_kind) is { } name ? [Choose(name)] : PolicySchema.Kinds.ToArray();
        var language = call.LanguageOf(_lang);
        var vocabulary = Vocabulary(call.GetValue(_in) ?? []);
        if (call.GetValue(_output) is { } folder)
        {
            var words = new Words(language);
            foreach (var (one, kind) in kinds)
                Host.Out.WriteLine(words.Say("Schema.Written", Write(folder, one, PolicySchema.Write(kind, vocabulary, language))));
            return ExitCodes.Clean;
        }
        if (kinds.Length > 1)
            throw new UsageException(
                "Which kind of file? Name one, such as 'policy schema policy', or add --output FOLDER to get all.");
        Host.Out.Write(PolicySchema.Write(kinds[0].Kind, vocabulary, language));
        return ExitCodes.Clean;
    }

    private static (string Name, PolicyFileKind Kind) Choose(string name)
    {
        foreach (var kind in PolicySchema.Kinds)
            if (kind.Name == name)
                return kind;
        var names = PolicySchema.Kinds.Select(kind => kind.Name).ToArray();
        throw new UsageException(
            $"'{name}' is no kind of file. {Spelling.DidYouMean(name, names) ?? $"There is: {string.Join(", ", names)}."}");
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
            throw new UsageException($"'{shown}' cannot be written: {fault.Message}");
        }
        return shown;
    }
}

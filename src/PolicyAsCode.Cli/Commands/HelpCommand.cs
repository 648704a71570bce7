using PolicyAsCode.Cli.Completion;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy help</c>: how all of it fits, and what a command, a rule or a term is.</summary>
internal sealed class HelpCommand : PolicyCommand
{
    private const string Terms = "terms";
    private const string Rules = "rules";

    private readonly Argument<string?> _topic = new("topic")
    {
        Arity = ArgumentArity.ZeroOrOne,
    };

    public HelpCommand(CommandHost host)
        : base("help", host)
    {
        _topic.CompletionSources.Add([Terms, Rules, .. RulePage.Ids]);
        _topic.CompletionSources.Add(Candidates.Terms(TermKind.Category, host));
        Add(_topic);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy help", "Overview"),
        new("policy help PAC1007", "Rule"),
        new("policy help contact.email --lang id", "Term"),
        new("policy help terms", "Terms"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Exits => [ExitCodes.Clean, ExitCodes.Usage];

    private protected override int Run(ParseResult call)
    {
        var language = Host.Language;
        switch (call.GetValue(_topic))
        {
            case null:
                Host.Out.WriteLine(Words.Say("Help.Overview").ReplaceLineEndings(Host.Out.NewLine));
                break;
            case Terms:
                new TermPage(VocabularyHere(), language, Host).WriteAll();
                break;
            case Rules:
                foreach (var id in RulePage.Ids)
                    Host.Out.WriteLine($"{id}  {RulePage.Of(id, language)!.Title}");
                break;
            case var topic:
                Explain(topic, language, call.RootCommandResult.Command);
                break;
        }
        return ExitCodes.Clean;
    }

    private void Explain(string topic, MessageLanguage language, Command root)
    {
        var vocabulary = VocabularyHere();
        var command = root.Subcommands.FirstOrDefault(one => one.Name == topic);
        if (command is not null)
            new HelpPage(Host).Write(command, $"policy {command.Name}");
        else if (RulePage.Of(topic.ToUpperInvariant(), language) is { } page)
            Host.Out.WriteLine(page.Markdown.ReplaceLineEndings(Host.Out.NewLine));
        else if (!new TermPage(vocabulary, language, Host).Write(topic))
            throw new UsageException("Usage.NoTopic", topic,
                Spelling.DidYouMean(topic, Topics(vocabulary)) ?? Words.Of("Usage.WhereToStart"));
    }

    private IEnumerable<string> Topics(Vocabulary vocabulary) =>
    [
        .. CommandList.All(Host).Select(command => command.Name), Terms, Rules, .. RulePage.Ids,
        .. Enum.GetValues<TermKind>().SelectMany(kind => vocabulary.Terms(kind)).Select(term => term.Key),
    ];

    // An organisation's own terms too, where somebody stands beside its policies.
    private Vocabulary VocabularyHere()
    {
        try
        {
            var policies = PolicyFolder.Load([], Host);
            return policies.Compile(policies.Names[0], asOf: null).Vocabulary;
        }
        catch (UsageException)
        {
            return BuiltInVocabulary.Terms;
        }
    }
}

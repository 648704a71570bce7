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
        Description = "A command (check), a rule (PAC1004), a term (contact.email), 'terms' or 'rules'.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string> _lang = SharedOptions.Lang();

    public HelpCommand(CommandHost host)
        : base("help", "How all of it fits; what a command, a rule or a term means.", host)
    {
        _topic.CompletionSources.Add([Terms, Rules, .. RulePage.Ids]);
        _topic.CompletionSources.Add(Candidates.Terms(TermKind.Category, host));
        Add(_topic);
        Add(_lang);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy help", "The files, and a day's work with them."),
        new("policy help PAC1007", "What the rule wants, why, and how to mend a finding."),
        new("policy help contact.email --lang id", "What the term means, in Indonesian."),
        new("policy help terms", "All terms that a policy may use."),
    ];

    private protected override int Run(ParseResult call)
    {
        var language = call.LanguageOf(_lang);
        switch (call.GetValue(_topic))
        {
            case null:
                Host.Out.Write(Overview.Text.ReplaceLineEndings(Host.Out.NewLine));
                break;
            case Terms:
                new TermPage(VocabularyHere(), language, Host).WriteAll();
                break;
            case Rules:
                foreach (var id in RulePage.Ids)
                    Host.Out.WriteLine($"{id}  {RulePage.Of(id)!.Title}");
                break;
            case var topic:
                Explain(topic, language);
                break;
        }
        return ExitCodes.Clean;
    }

    private void Explain(string topic, MessageLanguage language)
    {
        var vocabulary = VocabularyHere();
        var command = CommandList.All(Host).FirstOrDefault(one => one.Name == topic);
        if (command is not null)
            new HelpPage(Host).Write(command, $"policy {command.Name}");
        else if (RulePage.Of(topic.ToUpperInvariant()) is { } page)
            Host.Out.WriteLine(page.Markdown.ReplaceLineEndings(Host.Out.NewLine));
        else if (!new TermPage(vocabulary, language, Host).Write(topic))
            throw new UsageException(
                $"There is no help on '{topic}'. " + (Spelling.DidYouMean(topic, Topics(vocabulary)) ?? "'policy help' shows where to start."));
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

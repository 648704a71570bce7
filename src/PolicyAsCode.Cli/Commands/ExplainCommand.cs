using PolicyAsCode.Cli.Completion;
using PolicyAsCode.Cli.Explaining;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy explain</c>: may this data be used for that, by whom, and which lines say so.</summary>
internal sealed class ExplainCommand : PolicyCommand
{
    private readonly Argument<string> _data = new("data");
    private readonly Argument<string> _purpose = new("purpose");
    private readonly Argument<string?> _recipient = new("recipient")
    {
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<string[]> _in = SharedOptions.In();
    private readonly Option<string?> _of = SharedOptions.Of();
    private readonly Option<string?> _as = new("--as")
    {
        HelpName = "FORM",
    };
    private readonly Option<string[]> _given = new("--given")
    {
        HelpName = "PROOF",
        AllowMultipleArgumentsPerToken = false,
    };
    private readonly FormatOption _format;

    public ExplainCommand(CommandHost host)
        : base("explain", host)
    {
        _format = new(host, "text", "json");
        _as.AcceptOneOf(host, "raw", "pseudonymised", "aggregated", "anonymised");
        _data.CompletionSources.Add(Candidates.Terms(TermKind.Category, host));
        _purpose.CompletionSources.Add(Candidates.Terms(TermKind.Purpose, host));
        _recipient.CompletionSources.Add(Candidates.Terms(TermKind.Recipient, host));
        _given.CompletionSources.Add(Candidates.Terms(TermKind.Gate, host));
        Add(_data);
        Add(_purpose);
        Add(_recipient);
        Add(_policy);
        Add(_in);
        Add(_of);
        Add(_as);
        Add(_given);
        Add(_format);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy explain contact.email promotion --policy shop", "Use"),
        new("policy explain contact.email promotion --of staff -p shop", "Staff"),
        new("policy explain transaction.order analysis research-partner --as pseudonymised -p shop", "Recipient"),
        new("policy explain contact.email promotion --given consent -p shop", "Given"),
    ];

    private protected override int Run(ParseResult call)
    {
        var policies = PolicyFolder.Load(call.GetValue(_in) ?? [], Host);
        var name = policies.Choose(call.GetValue(_policy));
        var compiled = policies.Compile(name, asOf: null);
        if (compiled.Model is not { } model)
            throw new UsageException("Usage.PolicyUnreadable", name);
        Warn(compiled);

        var question = Ask(call, compiled.Vocabulary);
        var explanation = new Explainer(model, Words).Answer(question);
        if (call.GetValue(_format) == "json")
            ExplanationJson.Write(model, question, explanation, Host);
        else
            ExplanationText.Write(explanation, Host);
        return explanation.Outcome == Outcome.Allowed ? ExitCodes.Clean : ExitCodes.Errors;
    }

    private Question Ask(ParseResult call, Vocabulary vocabulary) =>
        new(Terms.Find(vocabulary, TermKind.Category, call.GetValue(_data)!),
            Terms.Find(vocabulary, TermKind.Purpose, call.GetValue(_purpose)!))
        {
            Recipient = Terms.FindOrNull(vocabulary, TermKind.Recipient, call.GetValue(_recipient)),
            Subject = Terms.FindOrNull(vocabulary, TermKind.Subject, call.GetValue(_of)),
            As = call.GetValue(_as) is { } form ? Enum.Parse<Form>(form, ignoreCase: true) : null,
            Given = [.. (call.GetValue(_given) ?? []).Select(gate => Terms.Find(vocabulary, TermKind.Gate, gate))],
        };

    private void Warn(CompiledPolicy compiled)
    {
        var errors = compiled.Diagnostics.Count(found => found.Severity == PolicySeverity.Error);
        if (errors > 0)
            Host.Error.WriteLine(Words.Count("Explain.Incomplete", errors));
    }
}

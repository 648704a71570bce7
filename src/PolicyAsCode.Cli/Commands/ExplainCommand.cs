using PolicyAsCode.Cli.Completion;
using PolicyAsCode.Cli.Explaining;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy explain</c>: may this data be used for that, by whom, and which lines say so.</summary>
internal sealed class ExplainCommand : PolicyCommand
{
    private readonly Argument<string> _data = new("data")
    {
        Description = "The category of personal data, such as contact.email.",
    };
    private readonly Argument<string> _purpose = new("purpose")
    {
        Description = "What it would be used for, such as promotion.",
    };
    private readonly Argument<string?> _recipient = new("recipient")
    {
        Description = "Who would get it, such as email-provider. Without: whether you may use it yourself.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<string[]> _in = SharedOptions.In();
    private readonly Option<string?> _of = SharedOptions.Of();
    private readonly Option<string?> _as = new("--as")
    {
        Description = "The form of the data: raw, pseudonymised, aggregated, anonymised. Without: any; the answer says which.",
        HelpName = "FORM",
    };
    private readonly Option<string[]> _given = new("--given")
    {
        Description = "What has been proved, such as consent.",
        HelpName = "PROOF",
        AllowMultipleArgumentsPerToken = false,
    };
    private readonly Option<string> _format = SharedOptions.Format("text", "json");
    private readonly Option<string> _lang = SharedOptions.Lang();

    public ExplainCommand(CommandHost host)
        : base("explain", "Ask a policy whether data may be used for a purpose, and see the lines that decide.", host)
    {
        _as.AcceptOneOf("raw", "pseudonymised", "aggregated", "anonymised");
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
        Add(_lang);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy explain contact.email promotion --policy shop", "May we use e-mail addresses for promotion?"),
        new("policy explain contact.email promotion --of staff -p shop", "May we, those of our staff?"),
        new("policy explain transaction.order analysis research-partner --as pseudonymised -p shop", "May the research partner have orders for analysis, without names?"),
        new("policy explain contact.email promotion --given consent -p shop", "And once somebody has agreed?"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(int Code, string Meaning)> Exits =>
    [
        (ExitCodes.Clean, "allowed; the answer says what must be proved first"),
        (ExitCodes.Errors, "refused, or the policy says nothing of such data"),
        (ExitCodes.Usage, "the call cannot be followed: a word that is no term, a policy that is not there"),
    ];

    private protected override int Run(ParseResult call)
    {
        var policies = PolicyFolder.Load(call.GetValue(_in) ?? [], Host);
        var compiled = policies.Compile(policies.Choose(call.GetValue(_policy)), asOf: null);
        if (compiled.Model is not { } model)
            throw new UsageException("The policy cannot be read. 'policy check' shows why.");
        Warn(compiled);

        var question = Ask(call, compiled.Vocabulary);
        var explanation = new Explainer(model, new(call.LanguageOf(_lang))).Answer(question);
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
            Host.Error.WriteLine(
                $"note: the policy has {errors} error{(errors == 1 ? "" : "s")}, and the answer counts only what could be "
                + "read. 'policy check' shows them.");
    }
}

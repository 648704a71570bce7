using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Tracing;
using PolicyAsCode.Language.Tracing;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy trace</c>: each clause of the notice, followed to what keeps it and to what proves it.</summary>
internal sealed class TraceCommand : PolicyCommand
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<string[]> _results = new("--results")
    {
        Description = "Results of `dotnet test --logger trx`: tests with [Trait(\"Clause\", \"A-1.3\")] are shown at their clause.",
        HelpName = "FILE.trx",
    };
    private readonly Option<string> _format = SharedOptions.Format("text", "json");
    private readonly Option<string> _lang = SharedOptions.Lang();

    public TraceCommand(CommandHost host)
        : base("trace", "Follow each clause of the notice: statement, bound code, rule or generated code, tests.", host)
    {
        _policy.Description = "Only this policy, by its name.";
        Add(_paths);
        Add(_policy);
        Add(_results);
        Add(_format);
        Add(_lang);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy trace --policy shop", "What became of each promise of the shop's notice, and what nobody promised."),
        new("policy trace --policy shop --results results/shop.trx", "With the tests of the code that name a clause."),
        new("policy trace --format json > trace.json", "All of it, for other tools."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(int Code, string Meaning)> Exits =>
    [
        (ExitCodes.Clean, "every clause is stated"),
        (ExitCodes.Errors, "a clause of the notice is stated by nothing, or a policy cannot be read"),
        (ExitCodes.Usage, "the call cannot be followed, or a file cannot be read"),
    ];

    private protected override int Run(ParseResult call)
    {
        var policies = PolicyFolder.Load(call.GetValue(_paths) ?? [], Host);
        ImmutableArray<string> names = call.GetValue(_policy) is { } name ? [policies.Choose(name)] : policies.Names;
        var tests = TestResults.Read(call.GetValue(_results) ?? [], Host);
        var traces = names.Select(one => Trace(one, policies)).ToArray();
        if (call.GetValue(_format) == "json")
            TraceJson.Write(traces, tests, Host);
        else
            foreach (var (one, trace) in traces)
                new TraceText(new(call.LanguageOf(_lang)), tests, Host).Write(one, trace);
        return traces.Any(trace => trace.Trace.Clauses.Any(clause => clause.State == ClauseState.NotStated))
            ? ExitCodes.Errors : ExitCodes.Clean;
    }

    private static (string Policy, PolicyTrace Trace) Trace(string name, LoadedPolicies policies)
    {
        var compiled = policies.Compile(name, asOf: null);
        return compiled.Model is null
            ? throw new UsageException($"The policy '{name}' cannot be read. 'policy check' shows why.")
            : (name, PolicyTrace.Of(compiled));
    }
}

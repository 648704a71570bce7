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
        HelpName = "FILE.trx|FOLDER",
    };
    private readonly Option<string?> _assemblies = SharedOptions.TestAssemblies();
    private readonly FormatOption _format;

    public TraceCommand(CommandHost host)
        : base("trace", host)
    {
        _format = new(host, "text", "json");
        Add(_paths);
        Add(_policy);
        Add(_results);
        Add(_assemblies);
        Add(_format);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy trace --policy shop", "One"),
        new("policy trace --policy shop --results results", "Results"),
        new("policy trace --results results --test-assemblies artifacts/tests", "Elsewhere"),
        new("policy trace --format json > trace.json", "Json"),
    ];

    private protected override int Run(ParseResult call)
    {
        var policies = PolicyFolder.Load(call.GetValue(_paths) ?? [], Host);
        ImmutableArray<string> names = call.GetValue(_policy) is { } name ? [policies.Choose(name)] : policies.Names;
        var tests = ResultFiles.Read(call.GetValue(_results) ?? [], call.GetValue(_assemblies), Host);
        var traces = names.Select(one => Trace(one, policies)).ToArray();
        if (call.GetValue(_format) == "json")
            TraceJson.Write(traces, tests, Host);
        else
            foreach (var (one, trace) in traces)
                new TraceText(Words, tests, Host).Write(one, trace);
        return traces.SelectMany(trace => trace.Trace.Clauses).All(clause =>
                clause.State != ClauseState.NotStated && (!tests.HasRead || tests.IsShown(clause.Id)))
            ? ExitCodes.Clean : ExitCodes.Errors;
    }

    private static (string Policy, PolicyTrace Trace) Trace(string name, LoadedPolicies policies)
    {
        var compiled = policies.Compile(name, asOf: null);
        return compiled.Model is null
            ? throw new UsageException("Usage.PolicyUnreadable", name)
            : (name, PolicyTrace.Of(compiled));
    }
}

using PolicyAsCode.Cli.Checking;
using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy check</c>: every mistake of every policy, each at its place.</summary>
internal sealed class CheckCommand : PolicyCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<string?> _asOf;
    private readonly FormatOption _format;
    private readonly Option<bool> _warningsAsErrors = new("--warnings-as-errors");
    private readonly Option<string?> _name = new("--name")
    {
        HelpName = "FILE",
    };

    public CheckCommand(CommandHost host)
        : base("check", host)
    {
        _format = new(host, "text", "json", "sarif");
        _asOf = SharedOptions.AsOf(host);
        Add(_paths);
        Add(_policy);
        Add(_asOf);
        Add(_format);
        Add(_warningsAsErrors);
        Add(_name);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy check", "All"),
        new("policy check policies/shop.policy.yaml --lang id", "One"),
        new("policy check --as-of 2027-07-01", "Day"),
        new("policy check --format sarif > policies.sarif", "Sarif"),
        new("policy check - --name policies/shop.policy.yaml < draft", "Editor"),
    ];

    private protected override int Run(ParseResult call)
    {
        var policies = Load(call);
        var asOf = call.DayOf(_asOf, Host);
        ImmutableArray<string> names = call.GetValue(_policy) is { } name ? [policies.Choose(name)] : policies.Names;
        var isStrict = call.GetValue(_warningsAsErrors);
        var report = new CheckReport(
            names,
            asOf,
            [.. Compile(names, policies, asOf).Distinct().Select(one => Judged(one, isStrict))],
            Host.Language);

        switch (call.GetValue(_format))
        {
            case "json":
                CheckJson.Write(report, Host);
                break;
            case "sarif":
                CheckSarif.Write(report, Host);
                break;
            default:
                CheckText.Write(report, Host);
                break;
        }
        return report.Errors > 0 ? ExitCodes.Errors : ExitCodes.Clean;
    }

    private LoadedPolicies Load(ParseResult call)
    {
        var paths = call.GetValue(_paths) ?? [];
        if (!paths.Contains(StandardInput))
            return call.GetValue(_name) is null
                ? PolicyFolder.Load(paths, Host)
                : throw new UsageException("Usage.NameWithoutDash");
        if (paths.Length > 1)
            throw new UsageException("Usage.DashAlone");
        var name = call.GetValue(_name)
            ?? throw new UsageException("Usage.DashWithoutName");
        return PolicyFolder.Load([], Host, new(name, Host.In.ReadToEnd()));
    }

    // Beside each other: a policy is compiled from files that are read, and changes nothing.
    private static IEnumerable<PolicyDiagnostic> Compile(
        ImmutableArray<string> names, LoadedPolicies policies, CalendarDate asOf)
    {
        var compiling = names.Select(name => Task.Run(() => policies.Compile(name, asOf))).ToArray();
        return compiling.SelectMany(one => one.GetAwaiter().GetResult().Diagnostics);
    }

    private static PolicyDiagnostic Judged(PolicyDiagnostic found, bool isStrict) =>
        isStrict && found.Severity == PolicySeverity.Warning ? found with { Severity = PolicySeverity.Error } : found;
}

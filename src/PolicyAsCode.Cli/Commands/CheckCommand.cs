using PolicyAsCode.Cli.Checking;
using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy check</c>: every mistake of every policy, each at its place.</summary>
internal sealed class CheckCommand : PolicyCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<string?> _asOf = SharedOptions.AsOf();
    private readonly Option<string> _format = SharedOptions.Format("text", "json", "sarif");
    private readonly Option<string> _lang = SharedOptions.Lang();
    private readonly Option<bool> _warningsAsErrors = new("--warnings-as-errors")
    {
        Description = "Fail on warnings too; for CI. Notes never fail.",
    };
    private readonly Option<string?> _name = new("--name")
    {
        Description = "With '-' as path: the file that standard input stands for; its folder has the rest.",
        HelpName = "FILE",
    };

    public CheckCommand(CommandHost host)
        : base("check", "Check policies, with their bindings, vocabulary, notice, laws and tests.", host)
    {
        _policy.Description = "Only this policy, by its name.";
        Add(_paths);
        Add(_policy);
        Add(_asOf);
        Add(_format);
        Add(_lang);
        Add(_warningsAsErrors);
        Add(_name);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy check", "Checks all policies in the nearest folder 'policies'."),
        new("policy check policies/shop.policy.yaml --lang id", "Checks one, with the files that belong to it, and tells it in Indonesian."),
        new("policy check --as-of 2027-07-01", "Shows what will be wrong on that day: reviews that are due, waivers that have ended."),
        new("policy check --format sarif > policies.sarif", "Writes what code scanning reads."),
        new("policy check - --name policies/shop.policy.yaml < draft", "Checks a text that is not saved yet; for editors."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(int Code, string Meaning)> Exits =>
    [
        (ExitCodes.Clean, "no error; warnings and notes fail nothing"),
        (ExitCodes.Errors, "at least one error"),
        (ExitCodes.Usage, "the call cannot be followed, or a file cannot be read"),
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
            call.LanguageOf(_lang));

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
                : throw new UsageException("--name says what standard input is. Add '-' as the path, or leave --name out.");
        if (paths.Length > 1)
            throw new UsageException("'-' (standard input) stands alone: the files beside it are read from its folder.");
        var name = call.GetValue(_name)
            ?? throw new UsageException("Say which file standard input is, for example: --name policies/shop.policy.yaml.");
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

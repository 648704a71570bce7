using PolicyAsCode.Cli.Checking;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Cli.Solutions;
using PolicyAsCode.Language.Solution;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy solution</c>: what no single project can answer, over all that a solution was built into.</summary>
internal sealed class SolutionCommand : PolicyCommand
{
    private readonly Argument<string[]> _paths = new("assemblies") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<string[]> _in = SharedOptions.In();
    private readonly Option<string?> _asOf;
    private readonly FormatOption _format;
    private readonly Option<bool> _warningsAsErrors = new("--warnings-as-errors");

    public SolutionCommand(CommandHost host)
        : base("solution", host)
    {
        _format = new(host, "text", "json", "sarif");
        _asOf = SharedOptions.AsOf(host);
        Add(_paths);
        Add(_policy);
        Add(_in);
        Add(_asOf);
        Add(_format);
        Add(_warningsAsErrors);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy solution", "All"),
        new("policy solution Shop.slnx --policy shop", "Solution"),
        new("policy solution src/Web/bin/Release/net10.0/Web.dll --policy shop", "Assembly"),
        new("policy solution --format sarif > solution.sarif", "Sarif"),
    ];

    private protected override int Run(ParseResult call)
    {
        var asOf = call.DayOf(_asOf, Host);
        var asked = SolutionPolicies.Load(
            call.GetValue(_paths) ?? [], call.GetValue(_in) ?? [], call.GetValue(_policy), asOf, Host);
        var broken = asked.Policies.SelectMany(one => one.Diagnostics)
            .Where(found => found.Severity == PolicySeverity.Error).ToList();
        var found = broken.Count > 0
            ? broken
            : asked.Policies.SelectMany(policy => SolutionQuestions.Ask(SolutionCode.Of(policy, asked.Assemblies)));
        var isStrict = call.GetValue(_warningsAsErrors);
        var report = new CheckReport(asked.Names, asOf, [.. found.Distinct().Select(one => Judged(one, isStrict))], Host.Language);
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

    private static PolicyDiagnostic Judged(PolicyDiagnostic found, bool isStrict) =>
        isStrict && found.Severity == PolicySeverity.Warning ? found with { Severity = PolicySeverity.Error } : found;
}

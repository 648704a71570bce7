using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Testing;
using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy test</c>: asks each policy what its officer expects of it.</summary>
internal sealed class TestCommand : PolicyCommand
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<bool> _all = new("--all");
    private readonly FormatOption _format;

    public TestCommand(CommandHost host)
        : base("test", host)
    {
        _format = new(host, "text", "json");
        Add(_paths);
        Add(_policy);
        Add(_all);
        Add(_format);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy test", "All"),
        new("policy test --policy shop --all", "One"),
    ];

    private protected override int Run(ParseResult call)
    {
        var policies = PolicyFolder.Load(call.GetValue(_paths) ?? [], Host);
        ImmutableArray<string> names = call.GetValue(_policy) is { } name ? [policies.Choose(name)] : policies.Names;
        var report = new TestReport([.. names.Select(one => Ask(one, policies))], Host.Language);
        if (call.GetValue(_format) == "json")
            TestJson.Write(report, Host);
        else
            TestText.Write(report, call.GetValue(_all), Host);
        return report.IsClean ? ExitCodes.Clean : ExitCodes.Errors;
    }

    // What is wrong with the files is told as it is: an answer from half a policy would be none.
    private static TestedPolicy Ask(string name, LoadedPolicies policies)
    {
        var compiled = policies.Compile(name, asOf: null);
        return new(
            name,
            PolicyTests.Run(compiled),
            [.. compiled.Diagnostics.Where(found =>
                found.Severity == PolicySeverity.Error && found.Id != PolicyRules.TestFailed)]);
    }
}

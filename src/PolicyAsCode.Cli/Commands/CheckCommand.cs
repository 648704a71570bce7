using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy check</c>: every mistake of every policy, each at its place.</summary>
internal sealed class CheckCommand : PolicyCommand
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<CalendarDate?> _asOf = SharedOptions.AsOf();

    public CheckCommand(CommandHost host)
        : base("check", "Check policies, with their bindings, vocabulary, notice and tests.", host)
    {
        _policy.Description = "Only this policy, by its name.";
        Add(_paths);
        Add(_policy);
        Add(_asOf);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy check", "Checks all policies in the nearest folder 'policies'."),
        new("policy check policies/shop.policy.yaml", "Checks one, with the files that belong to it."),
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
        var policies = PolicyFolder.Load(call.GetValue(_paths) ?? [], Host);
        var asOf = call.GetValue(_asOf) ?? Host.Today;
        var names = call.GetValue(_policy) is { } name ? [policies.Choose(name)] : policies.Names;
        var found = names
            .SelectMany(one => policies.Compile(one, asOf).Diagnostics)
            .Distinct()
            .ToArray();
        foreach (var one in found)
            DiagnosticText.Write(one, Host);
        return found.Any(one => one.Severity == PolicySeverity.Error) ? ExitCodes.Errors : ExitCodes.Clean;
    }
}

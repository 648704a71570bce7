using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Cli.Solutions;
using PolicyAsCode.Cli.Tracing;
using PolicyAsCode.Reports;
using PolicyAsCode.Reports.Building;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy report</c>: all that a policy says and what keeps it, as a page for officers and for newcomers.</summary>
internal sealed class ReportCommand : PolicyCommand
{
    private readonly Argument<string[]> _paths = new("assemblies") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<string[]> _in = SharedOptions.In();
    private readonly Option<string[]> _results = new("--results")
    {
        HelpName = "FILE.trx",
    };
    private readonly Option<string?> _assemblies = SharedOptions.TestAssemblies();
    private readonly Option<string?> _asOf;
    private readonly Option<string?> _language = new("--language")
    {
        HelpName = "LANGUAGE",
    };
    private readonly FormatOption _format;
    private readonly Option<string?> _to = new("--to")
    {
        HelpName = "FILE",
    };

    public ReportCommand(CommandHost host)
        : base("report", host)
    {
        _format = new(host, [.. ReportFormat.All.Select(one => one.Name)]);
        _asOf = SharedOptions.AsOf(host);
        _language.AcceptOneOf(host, "en", "id");
        Add(_paths);
        Add(_policy);
        Add(_in);
        Add(_results);
        Add(_assemblies);
        Add(_asOf);
        Add(_language);
        Add(_format);
        Add(_to);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy report --policy shop > shop.html", "One"),
        new("policy report --to reports/ --as-of 2026-11-22", "All"),
        new("policy report Shop.slnx --results results/shop.trx --to report.html", "Solution"),
        new("policy report -p shop --language id --format csv > register.csv", "Csv"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Exits => [ExitCodes.Clean, ExitCodes.Usage];

    private protected override int Run(ParseResult call)
    {
        // Without a day, no day is counted: the same files give the same report on every day.
        CalendarDate? asOf = call.GetValue(_asOf) is null ? null : call.DayOf(_asOf, Host);
        var words = new ReportWords(
            call.GetValue(_language) is { } code && MessageLanguages.TryParse(code, out var language) ? language : Host.Language);
        var tests = ResultFiles.Read(call.GetValue(_results) ?? [], call.GetValue(_assemblies), Host);
        foreach (var line in ResultFiles.LeftOut(tests, Words, Host))
            Host.Error.WriteLine(line);
        var format = call.GetValue(_format)!;
        var to = call.GetValue(_to);

        if (call.GetValue(_paths) is { Length: > 0 } paths)
        {
            var solution = SolutionPolicies.Load(paths, call.GetValue(_in) ?? [], call.GetValue(_policy), asOf, Host);
            Write("report", new(solution.Policies) { Assemblies = solution.Assemblies, AsOf = asOf, Tests = tests });
            return ExitCodes.Clean;
        }
        var policies = PolicyFolder.Load(call.GetValue(_in) ?? [], Host);
        var isFolder = to is not null && OutputFiles.IsFolder(to, Host);
        ImmutableArray<string> names = isFolder && call.GetValue(_policy) is null
            ? policies.Names : [policies.Choose(call.GetValue(_policy))];
        foreach (var name in names)
            Write(name, new([Compiled(name, policies, asOf)]) { AsOf = asOf, Tests = tests });
        return ExitCodes.Clean;

        void Write(string name, ReportSource source) => OutputFiles.Write(
            ReportFormat.Write(ReportBuilder.Build(source, words), format), to,
            name + ".report" + ReportFormat.All.First(one => one.Name == format).End, Host);
    }

    private static CompiledPolicy Compiled(string name, LoadedPolicies policies, CalendarDate? asOf) =>
        policies.Compile(name, asOf) is { Model: not null } compiled ? compiled : throw new UsageException("Usage.PolicyUnreadable", name);
}

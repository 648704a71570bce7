namespace PolicyAsCode.Cli.Commands;

/// <summary>Every command that there is, in the order in which help shows them. A new one is added here.</summary>
internal static class CommandList
{
    /// <summary>All of them, for one call.</summary>
    public static IEnumerable<PolicyCommand> All(CommandHost host) =>
    [
        new NewCommand(host),
        new CheckCommand(host),
        new TestCommand(host),
        new ExplainCommand(host),
        new DiffCommand(host),
        new TraceCommand(host),
        new ScanCommand(host),
        new SolutionCommand(host),
        new ReportCommand(host),
        new NoticeCommand(host),
        new FmtCommand(host),
        new SchemaCommand(host),
        new CompletionCommand(host),
        new HelpCommand(host),
    ];
}

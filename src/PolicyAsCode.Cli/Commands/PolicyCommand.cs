using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Commands;

/// <summary>
/// Base of every command: one file each, with its options and what it does; its help stands in
/// <c>Messages/Commands.resx</c>. A command writes its answer to <see cref="CommandHost.Out"/>, returns one of
/// <see cref="ExitCodes"/>, and throws <see cref="UsageException"/> for what the caller can mend.
/// </summary>
internal abstract class PolicyCommand : Command
{
    private protected PolicyCommand(string name, CommandHost host)
        : base(name)
    {
        Host = host;
        SetAction(Run);
    }

    /// <summary>Calls to learn from.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>The exit codes that help explains.</summary>
    public virtual IReadOnlyList<int> Exits => [ExitCodes.Clean, ExitCodes.Errors, ExitCodes.Usage];

    private protected CommandHost Host { get; }

    private protected Words Words => Host.Words;

    private protected Colours Colours => new(Host.HasColours);

    private protected abstract int Run(ParseResult call);
}

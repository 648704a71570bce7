namespace PolicyAsCode.Cli.Commands;

/// <summary>
/// Base of every command: one file each, with its options, its help and what it does. A command writes its answer to
/// <see cref="CommandHost.Out"/>, returns one of <see cref="ExitCodes"/>, and throws <see cref="UsageException"/> for
/// what the caller can mend.
/// </summary>
internal abstract class PolicyCommand : Command
{
    private protected PolicyCommand(string name, string description, CommandHost host)
        : base(name, description)
    {
        Host = host;
        SetAction(Run);
    }

    /// <summary>Calls to learn from, each with what it does.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>What its exit codes mean, where they say more than those of every command.</summary>
    public virtual IReadOnlyList<(int Code, string Meaning)> Exits =>
    [
        (ExitCodes.Clean, "done"),
        (ExitCodes.Usage, "the call cannot be followed, or a file cannot be read"),
    ];

    private protected CommandHost Host { get; }

    private protected Colours Colours => new(Host.HasColours);

    private protected abstract int Run(ParseResult call);
}

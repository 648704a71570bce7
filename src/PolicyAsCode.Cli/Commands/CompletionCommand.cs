using PolicyAsCode.Cli.Completion;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy completion</c>: the script that lets a shell complete commands, options, policies and terms.</summary>
internal sealed class CompletionCommand : PolicyCommand
{
    private readonly Argument<string> _shell = new("shell");

    public CompletionCommand(CommandHost host)
        : base("completion", host)
    {
        _shell.CompletionSources.Add([.. ShellScripts.Shells]);
        Add(_shell);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy completion bash >> ~/.bashrc", "bash"),
        new("policy completion zsh >> ~/.zshrc", "zsh"),
        new("policy completion fish > ~/.config/fish/completions/policy.fish", "fish"),
        new("policy completion pwsh >> $PROFILE", "pwsh"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Exits => [ExitCodes.Clean, ExitCodes.Usage];

    private protected override int Run(ParseResult call)
    {
        var shell = call.GetValue(_shell)!;
        Host.Out.Write(ShellScripts.For(shell)
            ?? throw new UsageException("Usage.NoShell", shell, Spelling.OneOf(shell, ShellScripts.Shells)));
        return ExitCodes.Clean;
    }
}

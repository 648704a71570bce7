using PolicyAsCode.Cli.Completion;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy completion</c>: the script that lets a shell complete commands, options, policies and terms.</summary>
internal sealed class CompletionCommand : PolicyCommand
{
    private readonly Argument<string> _shell = new("shell")
    {
        Description = $"The shell: {string.Join(", ", ShellScripts.Shells)}.",
    };

    public CompletionCommand(CommandHost host)
        : base("completion", "Print a script that lets your shell complete commands, options, policies and terms.", host)
    {
        _shell.CompletionSources.Add([.. ShellScripts.Shells]);
        Add(_shell);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy completion bash >> ~/.bashrc", "For bash."),
        new("policy completion zsh >> ~/.zshrc", "For zsh, after the line that runs compinit."),
        new("policy completion fish > ~/.config/fish/completions/policy.fish", "For fish."),
        new("policy completion pwsh >> $PROFILE", "For PowerShell."),
    ];

    private protected override int Run(ParseResult call)
    {
        var shell = call.GetValue(_shell)!;
        Host.Out.Write(ShellScripts.For(shell)
            ?? throw new UsageException(
                $"'{shell}' is no shell that this can complete in. "
                + (Spelling.DidYouMean(shell, ShellScripts.Shells) ?? $"There is: {string.Join(", ", ShellScripts.Shells)}.")));
        return ExitCodes.Clean;
    }
}

namespace PolicyAsCode.Cli.Completion;

/// <summary>
/// A script a shell. Each hands the line up to the cursor, without the command's own name, to the directive
/// <c>[suggest:LENGTH]</c> of System.CommandLine, which answers with a candidate a line.
/// </summary>
internal static class ShellScripts
{
    private const string Bash = """
        # Completion of 'policy' in bash: policy completion bash >> ~/.bashrc
        _policy_complete() {
          local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}"
          local rest="${line#*[[:space:]]}"
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$("$1" "[suggest:${#rest}]" "$rest" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _policy_complete policy

        """;

    private const string Zsh = """
        # Completion of 'policy' in zsh: policy completion zsh >> ~/.zshrc (after compinit)
        _policy() {
          local rest="${(j: :)words[2,CURRENT]}"
          local -a found
          found=("${(@f)$(policy "[suggest:${#rest}]" "$rest" 2>/dev/null)}")
          found=(${(M)found:#${(b)words[CURRENT]}*})
          if (( ${#found[@]} )); then compadd -a found; else _files; fi
        }
        compdef _policy policy

        """;

    private const string Fish = """
        # Completion of 'policy' in fish: policy completion fish > ~/.config/fish/completions/policy.fish
        function __policy_complete
            set -l rest (string replace -r '^\S+\s?' '' -- (commandline -cp))
            policy "[suggest:"(string length -- "$rest")"]" "$rest" 2>/dev/null
        end
        complete -c policy -a '(__policy_complete)'

        """;

    private const string PowerShell = """
        # Completion of 'policy' in PowerShell: policy completion pwsh >> $PROFILE
        Register-ArgumentCompleter -Native -CommandName policy -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition)
            $rest = $line -replace '^\S+\s?', ''
            policy "[suggest:$($rest.Length)]" "$rest" 2>$null |
                Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    /// <summary>The shells that there is a script for.</summary>
    public static IReadOnlyCollection<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script of a shell; null where there is none.</summary>
    public static string? For(string shell) => shell switch
    {
        "bash" => Bash.ReplaceLineEndings("\n"),
        "zsh" => Zsh.ReplaceLineEndings("\n"),
        "fish" => Fish.ReplaceLineEndings("\n"),
        "pwsh" => PowerShell.ReplaceLineEndings(),
        _ => null,
    };
}

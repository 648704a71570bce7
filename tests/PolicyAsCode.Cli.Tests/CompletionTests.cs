using System.Diagnostics;

namespace PolicyAsCode.Cli.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CompletionTests() => _folder.Write("policies/shop.policy.yaml", Policies.Clean);

    [Theory]
    [InlineData("ch", "check")]
    [InlineData("check --for", "--format")]
    [InlineData("check --format ", "json sarif text")]
    [InlineData("check --policy ", "shop")]
    [InlineData("explain contact.e", "contact.email")]
    [InlineData("explain contact.email promot", "promotion")]
    [InlineData("explain contact.email promotion email", "email-provider")]
    [InlineData("explain contact.email promotion --of custo", "customer")]
    [InlineData("completion ", "bash fish pwsh zsh")]
    public void Words_are_completed(string line, string expected)
    {
        var word = line[(line.LastIndexOf(' ') + 1)..];

        var call = Call.Policy(_folder.Path, [$"[suggest:{line.Length}]", line]).MustExit(0);

        Assert.Equal(
            expected.Split(' '), call.Lines.Where(one => one.StartsWith(word, StringComparison.Ordinal) && !(word.Length == 0 && one.StartsWith('-'))));
    }

    [Fact]
    public void A_folder_with_a_mistake_completes_what_comes_with_the_tool()
    {
        _folder.Write("policies/shop.policy.yml", "");

        Assert.Contains("contact.email", Call.Policy(_folder.Path, ["[suggest:17]", "explain contact.e"]).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _policy_complete policy")]
    [InlineData("zsh", "compdef _policy policy")]
    [InlineData("fish", "complete -c policy -a '(__policy_complete)'")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName policy")]
    public void A_shell_gets_its_script(string shell, string expected)
    {
        var call = Call.Policy(_folder.Path, $"completion {shell}").MustExit(0);

        Assert.Contains(expected, call.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shell_that_is_none_is_refused() =>
        Assert.Contains("Did you mean 'bash'?", Call.Policy(_folder.Path, "completion bsah").MustExit(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("policy explain contact.e", "contact.email")]
    [InlineData("policy explain contact.email promotion --pol", "--policy")]
    [InlineData("policy explain contact.email promotion --policy ", "shop")]
    [InlineData("policy chec", "check")]
    public async Task Bash_itself_completes(string line, string expected)
    {
        if (!File.Exists("/bin/bash"))
            Assert.Skip("bash is not here");
        var script = _folder.Write("complete.sh", $$"""
            policy() { dotnet '{{typeof(PolicyTool).Assembly.Location}}' "$@"; }
            source <(policy completion bash)
            line="$1"
            COMP_LINE="$line" COMP_POINT=${#line}
            read -ra COMP_WORDS <<< "$line"
            [[ "$line" == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _policy_complete policy "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", [script, line])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        })!;
        var completed = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();

        Assert.Equal(expected, completed.Trim());
    }

    public void Dispose() => _folder.Dispose();
}

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
    public async Task Bash_itself_completes(string line, string expected) => Assert.Equal(expected, await InShellAsync("bash", line, $$"""
        policy() { dotnet '{{Tool}}' "$@"; }
        source <(policy completion bash)
        line="$1"
        COMP_LINE="$line" COMP_POINT=${#line}
        read -ra COMP_WORDS <<< "$line"
        [[ "$line" == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _policy_complete policy "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\n' "${COMPREPLY[@]}"
        """));

    // What zsh offers is what reaches compadd: a terminal would only show it.
    [Theory]
    [InlineData("policy explain contact.e", "contact.email")]
    [InlineData("policy explain contact.email promotion --pol", "--policy")]
    [InlineData("policy explain contact.email promotion --policy ", "shop")]
    [InlineData("policy chec", "check")]
    [InlineData("policy check polic", "files")]
    public async Task Zsh_itself_completes(string line, string expected) => Assert.Equal(expected, await InShellAsync("zsh", line, $$"""
        policy() { dotnet '{{Tool}}' "$@"; }
        compdef() { [[ "$*" == '_policy policy' ]] || exit 1; }
        compadd() { print -l -- "${(@P)2}"; }
        _files() { print files; }
        source <(policy completion zsh)
        line="$1"
        words=(${(s: :)line}); [[ "$line" == *' ' ]] && words+=("")
        CURRENT=${#words}
        _policy
        """));

    // Files are offered beside it, since paths may stand there as well.
    [Theory]
    [InlineData("policy explain contact.e", "contact.email")]
    [InlineData("policy explain contact.email promotion --pol", "--policy")]
    [InlineData("policy explain contact.email promotion --policy ", "shop")]
    [InlineData("policy chec", "check")]
    public async Task Fish_itself_completes(string line, string expected) => Assert.Contains(expected, (await InShellAsync("fish", line, $$"""
        function policy; dotnet '{{Tool}}' $argv; end
        policy completion fish | source
        complete -C $argv[1]
        """)).Split('\n'));

    private static string Tool => typeof(PolicyTool).Assembly.Location;

    private async Task<string> InShellAsync(string shell, string line, string text)
    {
        var program = new[] { "/bin", "/usr/bin", "/usr/local/bin" }.Select(folder => Path.Combine(folder, shell)).FirstOrDefault(File.Exists);
        if (program is null)
            Assert.Skip($"{shell} is not here; 'eng/with-shells.sh dotnet test' installs it");
        var script = _folder.Write($"complete.{shell}", text);

        using var process = Process.Start(new ProcessStartInfo(program, [script, line])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        })!;
        var completed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return completed.Trim();
    }

    public void Dispose() => _folder.Dispose();
}

using System.Text.RegularExpressions;

namespace PolicyAsCode.Package.Tests;

/// <summary>A newcomer's path: docs/tutorial.md from its first line to its last, each command pasted as printed.</summary>
public sealed partial class TutorialTests(PackedFeed feed) : IDisposable
{
    private const string Policy = "policies/kopi-senja.policy.yaml";

    private readonly TemporaryFolder _folder = new("newcomer");
    private string _at = "";

    [Fact]
    public async Task Each_command_of_the_tutorial_prints_what_the_page_says()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("The tutorial's commands are read by bash here.");
        _at = _folder.Path;
        _folder.Write("home/.nuget/NuGet/NuGet.Config", "<configuration><packageSources /></configuration>");

        // What the page asks for in a sentence, and not in a command: in this order, each beside what is printed then.
        var asked = new Queue<Func<Task<string>>>([
            () => MistakenAsync(
                "policy check", Policy,
                ("action: sell", "action: sel"), ("keep: { clause: K-7, for: 2 years, from: last-purchase, then: erase }", "keep: as long as necessary")),
            () => MistakenAsync("policy test", Policy, ("basis: consent, opt-out: every-message", "basis: contract, opt-out: every-message")),
        ]);
        string? printed = null;
        var builds = 0;
        foreach (var block in Blocks())
            switch (block)
            {
                case { Language: "yaml", Text: var text }:
                    Write(text);
                    break;
                case { Language: "csharp", Text: var text }:
                    Code(text);
                    break;
                case { Text: var text } when text.Split('\n').All(line => Command().IsMatch(line)):
                    if (text.Contains("dotnet build", StringComparison.Ordinal) && ++builds == 2)
                        Edit("Program.cs", ("customer.Name", "customer.Email"), ("    public string? NoHp { get; set; }\n", ""));
                    printed = await RunAsync(text);
                    break;
                default:
                    printed ??= await asked.Dequeue()();
                    foreach (var line in block.Text.Split('\n').Where(line => line.Length > 0))
                        Assert.Contains(line, printed, StringComparison.Ordinal);
                    printed = null;
                    break;
            }

        Assert.Empty(asked);
        Assert.Equal(3, builds);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<(string Language, string Text)> Blocks() =>
        Fence().Matches(File.ReadAllText(Repository.PathOf("docs/tutorial.md")))
            .Select(match => (match.Groups["language"].Value, match.Groups["text"].Value.TrimEnd('\n')));

    // A file says its kind in its first key; what begins with a statement goes to the end of the policy.
    private void Write(string text)
    {
        var kind = text[..text.IndexOf(':', StringComparison.Ordinal)];
        Directory.CreateDirectory(Path.Combine(_at, "policies"));
        if (kind is "policy" or "notice" or "tests")
            File.WriteAllText(Path.Combine(_at, $"policies/kopi-senja.{kind}.yaml"), text + "\n");
        else
            File.AppendAllText(Path.Combine(_at, Policy), "\n" + text + "\n");
    }

    // The whole program, or one class of it that takes its own place.
    private void Code(string text)
    {
        var path = Path.Combine(_at, "Program.cs");
        if (Class().Match(text) is { Success: true, Value: var head } && !text.StartsWith("using", StringComparison.Ordinal))
        {
            var program = File.ReadAllText(path);
            var from = program.IndexOf(head, StringComparison.Ordinal);
            var to = program.IndexOf("\n}\n", from, StringComparison.Ordinal);
            text = program[..from] + text + program[(to + 2)..];
        }
        File.WriteAllText(path, text + "\n");
    }

    private async Task<string> MistakenAsync(string command, string file, params (string From, string To)[] mistakes)
    {
        var right = await File.ReadAllTextAsync(Path.Combine(_at, file));
        Edit(file, mistakes);
        var printed = await RunAsync(command);
        await File.WriteAllTextAsync(Path.Combine(_at, file), right);
        return printed;
    }

    // The first place alone: the page speaks of one.
    private void Edit(string file, params (string From, string To)[] edits)
    {
        var path = Path.Combine(_at, file);
        var text = File.ReadAllText(path);
        foreach (var (from, to) in edits)
        {
            var at = text.IndexOf(from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{file} does not hold {from}");
            text = text[..at] + to + text[(at + from.Length)..];
        }
        File.WriteAllText(path, text);
    }

    // The packages are those of this run: packed already, and of a version that must be named, since it is a preview.
    private async Task<string> RunAsync(string lines)
    {
        var home = _folder.PathOf("home");
        var script = lines
            .Replace("dotnet pack\n", "", StringComparison.Ordinal)
            .Replace("artifacts/packages", feed.Feed, StringComparison.Ordinal)
            .Replace("--global PolicyAsCode.Cli", $"--global PolicyAsCode.Cli --version {feed.Version}", StringComparison.Ordinal)
            .Replace("add package PolicyAsCode", $"add package PolicyAsCode --version {feed.Version}", StringComparison.Ordinal);
        var result = await DotNet.ShellAsync(_at, $"trap pwd EXIT\n{script}", new Dictionary<string, string>(feed.Environment)
        {
            ["HOME"] = home,
            ["DOTNET_CLI_HOME"] = home,
            ["PATH"] = $"{home}/.dotnet/tools{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
        });
        _at = result.Output.TrimEnd().Split('\n').Last(line => line.StartsWith(_folder.Path, StringComparison.Ordinal));
        return result.Output;
    }

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\[Purpose.*?\nstatic class \w+\n", RegexOptions.Singleline)]
    private static partial Regex Class();

    [GeneratedRegex("^(dotnet|policy|mkdir|cd|cp) ?")]
    private static partial Regex Command();
}

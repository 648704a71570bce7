using System.Diagnostics;
using System.Text.RegularExpressions;

namespace JovaPos.Tests;

/// <summary>
/// What the policy forbids fails the build, at its line, and nothing else does: the sample is built as anybody builds
/// it, and the compiler's output is compared with what the lines of <c>Violations/</c> expect.
/// </summary>
public sealed partial class ViolationsTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "JovaPos");

    [Fact]
    public async Task A_build_with_the_violations_reports_each_at_its_line_and_no_other()
    {
        var expected = Expected();
        Assert.NotEmpty(expected);

        var (exit, output) = await BuildAsync("-p:Violations=true");

        Assert.Equal(string.Join('\n', expected), string.Join('\n', Reported(output)));
        Assert.NotEqual(0, exit);
    }

    [Fact]
    public async Task A_build_without_them_is_clean()
    {
        var (exit, output) = await BuildAsync("-p:SampleOutput=clean");

        Assert.Empty(Reported(output));
        Assert.Contains("0 Warning(s)", output);
        Assert.Equal(0, exit);
    }

    [Fact]
    public void Every_rule_that_reads_code_is_broken_somewhere()
    {
        string[] rules =
        [
            "PAC2001", "PAC2002", "PAC2004", "PAC2005", "PAC2006", "PAC2008", "PAC3001", "PAC3002", "PAC3003",
            "PAC3006", "PAC3007", "PAC3008", "PAC3010", "PAC3011", "PAC4001", "PAC4002", "PAC4003", "PAC4004",
            "PAC5001", "PAC5002", "PAC5003", "PAC5004", "PAC5005", "PAC5006", "PAC5008", "PAC5009", "PAC5010",
        ];
        Assert.Equal(rules, Expected().Select(line => line[^7..]).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The findings that the comments announce, as <c>file:line id</c>.</summary>
    private static List<string> Expected() =>
        [.. from file in Directory.GetFiles(Path.Combine(Sample, "Violations"), "*.cs*", SearchOption.AllDirectories)
            from found in Expected(file)
            orderby found
            select found];

    private static IEnumerable<string> Expected(string file) =>
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        let comment = Regex.Match(line.Text, @"(?://|@\*) expect: (?<ids>PAC\d{4}(?:[ ,]+PAC\d{4})*)")
        where comment.Success
        from Match id in Regex.Matches(comment.Groups["ids"].Value, @"PAC\d{4}")
        select Finding(file, line.Number, id.Value);

    /// <summary>The warnings and errors of a build, ours or not, each once, as <c>file:line id</c>.</summary>
    private static IEnumerable<string> Reported(string output) =>
        Diagnostic().Matches(output)
            .DistinctBy(match => match.Value.Trim())
            .Select(match => Finding(
                match.Groups["file"].Value,
                match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value) : 0,
                match.Groups["id"].Value))
            .Order(StringComparer.Ordinal);

    /// <summary>Canonical form; findings without a place (<c>CSC : warning …</c>) count as well.</summary>
    [GeneratedRegex(
        @"^\s*(?<file>[^\r\n(:]+?)\s*(?:\((?<line>\d+),\d+(?:,\d+,\d+)?\))?\s*: (?:error|warning) (?<id>\w+):",
        RegexOptions.Multiline)]
    private static partial Regex Diagnostic();

    private static string Finding(string file, int line, string id) =>
        $"{Path.GetRelativePath(Sample, Path.GetFullPath(file, Sample)).Replace('\\', '/')}:{line} {id}";

    /// <summary>Compiles the sample anew, into a folder of its own; what it refers to is built already.</summary>
    private static async Task<(int Exit, string Output)> BuildAsync(string property)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "build", Sample, "--nologo", "-tl:off", "-nodeReuse:false", "-c", Repository.Configuration,
                "-t:Rebuild", "-p:BuildProjectReferences=false", property,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["MSBUILDTERMINALLOGGER"] = "off" },
        })!;
        var output = build.StandardOutput.ReadToEndAsync();
        var errors = build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (build.ExitCode, await output + await errors);
    }
}

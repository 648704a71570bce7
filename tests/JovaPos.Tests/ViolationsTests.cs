using System.Text.RegularExpressions;

namespace JovaPos.Tests;

/// <summary>
/// What a policy forbids fails the build, at its line, and nothing else does; and there is no rule about code that is
/// broken nowhere. What the policy of JOVA POS has no promise of, the one of <c>tests/AllRules</c> has.
/// </summary>
public sealed partial class ViolationsTests
{
    private const string Sample = "samples/JovaPos";
    private const string AllRules = "tests/AllRules";

    // No line of a project breaks them: a rule of ours that crashes, and an assembly whose facts cannot be read.
    private static readonly string[] s_ofNoLine = ["PAC9004", "PAC9006"];

    [Theory]
    [InlineData(Sample)]
    [InlineData(AllRules)]
    public async Task A_build_with_the_violations_reports_each_at_its_line_and_no_other(string folder)
    {
        var project = new MarkedProject(folder);
        var expected = project.Expected();
        Assert.NotEmpty(expected);

        var (exit, output) = await project.BuildAsync("-p:Violations=true");

        Assert.Equal(string.Join('\n', expected), string.Join('\n', project.Reported(output)));
        Assert.All(project.ExpectedToName(), one => Assert.True(
            project.Names(output, one.Finding, one.Clause), $"{one.Finding} does not name {one.Clause}."));
        Assert.NotEqual(0, exit);
    }

    [Theory]
    [InlineData(Sample)]
    [InlineData(AllRules)]
    public async Task A_build_without_them_is_clean(string folder)
    {
        var project = new MarkedProject(folder);
        var (exit, output) = await project.BuildAsync("-p:SampleOutput=clean");

        Assert.Empty(project.Reported(output));
        Assert.Contains("0 Warning(s)", output);
        Assert.Equal(0, exit);
    }

    [Fact]
    public void Every_released_rule_about_code_is_broken_somewhere()
    {
        var broken = new[] { Sample, AllRules }.SelectMany(folder => new MarkedProject(folder).Rules());

        Assert.Equal(RulesAboutCode(), broken.Distinct().Order(StringComparer.Ordinal));
    }

    // The compiler holds these files to the rules that there are (RS2000 and following).
    private static IEnumerable<string> RulesAboutCode() =>
        new[] { "Shipped", "Unshipped" }
            .Select(file => Path.Combine(Repository.Root, "src", "PolicyAsCode.Analyzers", $"AnalyzerReleases.{file}.md"))
            .SelectMany(File.ReadLines)
            .Select(line => Release().Match(line))
            .Where(match => match.Success && match.Groups["category"].Value != "Privacy.PolicyFiles")
            .Select(match => match.Groups["id"].Value)
            .Except(s_ofNoLine)
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>A rule, what it is about, and how severe it is: <c>PAC2001 | Privacy.Declarations | Error | …</c>.</summary>
    [GeneratedRegex(@"^(?<id>PAC\d{4}) \| (?<category>[\w.]+) \| ")]
    private static partial Regex Release();
}

using System.Text.RegularExpressions;

namespace PolicyAsCode.Cli.Tests;

/// <summary>What the pages show of the command's answers is what it answers; only line numbers may have moved.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/command-line.md")]
    public void A_shown_answer_is_the_one_that_is_given(string page)
    {
        var shown = Answer().Matches(File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n")).ToList();
        Assert.NotEmpty(shown);

        Assert.All(shown, example => Assert.Equal(
            WithoutPlaces(example.Groups["answer"].Value),
            WithoutPlaces(Call.Policy(Repository.Root, example.Groups["call"].Value).Out)));
    }

    [Fact]
    public void Every_command_is_on_its_page()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/command-line.md"));

        Assert.All(["new", "check", "test", "explain", "fmt", "schema", "help", "completion", "report", "notice"], name => Assert.Contains($"policy {name}", page, StringComparison.Ordinal));
    }

    private static string WithoutPlaces(string text) => Blanks().Replace(Place().Replace(text, ":N "), " ").Trim();

    [GeneratedRegex(@"^\$ policy (?<call>(explain|test)\b.*)\n(?<answer>(?s:.*?))(?=^(```|\$ ))", RegexOptions.Multiline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"(?<=\.yaml):\d+ ")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Tests;

/// <summary>Every rule has a page that says what it says, and every page has a rule.</summary>
public sealed class DocumentationTests
{
    private static readonly string Pages = Path.Combine(Root(), "docs", "rules");

    /// <summary>All descriptors, once each.</summary>
    public static TheoryData<string> Ids => [.. Descriptors().Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_title(string id)
    {
        var rule = Descriptors().Single(one => one.Id == id);
        var lines = File.ReadAllLines(Path.Combine(Pages, id + ".md"));
        Assert.Equal($"# {id}: {rule.Title}", lines[0]);
        foreach (var heading in new[] { "## Why", "## Example", "## How to mend it", "## Who decides" })
            Assert.Contains(heading, lines);
        Assert.True(lines.Length <= 80, $"{id}.md has {lines.Length} lines; two screens are enough.");
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri);
    }

    [Fact]
    public void A_page_has_a_rule()
    {
        var known = Descriptors().Select(rule => rule.Id).ToHashSet();
        Assert.All(
            Directory.GetFiles(Pages, "PAC*.md").Select(Path.GetFileNameWithoutExtension),
            page => Assert.Contains(page!, known));
    }

    [Fact]
    public void The_index_lists_each_page_by_its_title() => Assert.Equal(
        Descriptors().Select(rule => $"- [{rule.Id}]({rule.Id}.md): {rule.Title}"),
        File.ReadAllLines(Path.Combine(Pages, "README.md")).Where(line => line.StartsWith("- [PAC", StringComparison.Ordinal)));

    private static IEnumerable<DiagnosticDescriptor> Descriptors() =>
        PolicyRuleTests.All.SelectMany(rule => rule.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id);

    private static string Root([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}

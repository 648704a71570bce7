using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Analyzers.Tests;

/// <summary>What the rules say: each sentence in both languages, with the same gaps, told by somebody.</summary>
public sealed partial class MessageTests
{
    private static readonly MessageCatalog s_catalog = new(typeof(PolicyRule).Assembly);
    private static readonly IReadOnlyDictionary<string, string> s_english = s_catalog.In(MessageLanguage.English);

    // Name and number of arguments of each Say.This(…) in the sources.
    private static readonly Lazy<(string Name, int Given)[]> s_said = new(() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root(), "src", "PolicyAsCode.Analyzers"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() == "Say.This")
            .Select(call => (
                "Rules." + ((call.ArgumentList.Arguments[0].Expression as LiteralExpressionSyntax)?.Token.ValueText ?? call.ToString()),
                call.ArgumentList.Arguments.Count - 1))]);

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_gaps()
    {
        var indonesian = s_catalog.In(MessageLanguage.Indonesian);
        Assert.Equal(s_english.Keys.Order(StringComparer.Ordinal), indonesian.Keys.Order(StringComparer.Ordinal));
        Assert.All(s_english, sentence => Assert.Equal(Gaps(sentence.Value), Gaps(indonesian[sentence.Key])));
    }

    [Fact]
    public void Each_sentence_that_is_told_is_there_and_its_gaps_are_filled() => Assert.All(s_said.Value, said =>
        Assert.Equal((said.Name, said.Given), (said.Name, s_english.TryGetValue(said.Name, out var text) ? Gaps(text).Length : -1)));

    [Fact]
    public void Each_sentence_is_told() =>
        Assert.Empty(s_english.Keys.Where(key => !IsOfRule(key)).Except(s_said.Value.Select(said => said.Name)));

    [Fact]
    public void Each_rule_has_its_title_and_description_in_both_languages()
    {
        var indonesian = CultureInfo.GetCultureInfo("id");
        var rules = PolicyRuleTests.All.SelectMany(rule => rule.SupportedDiagnostics).ToArray();

        Assert.All(rules.SelectMany(rule => new[] { rule.Title, rule.Description }), text =>
        {
            Assert.Contains(text.ToString(CultureInfo.InvariantCulture), s_english.Where(one => IsOfRule(one.Key)).Select(one => one.Value));
            Assert.NotEqual(text.ToString(CultureInfo.InvariantCulture), text.ToString(indonesian));
        });
        Assert.All(rules, rule => Assert.EndsWith(".", rule.Description.ToString(indonesian)));
        Assert.Equal(
            rules.SelectMany(rule => new[] { rule.Title.ToString(null), rule.Description.ToString(null) }).ToHashSet().Order(),
            s_english.Where(one => IsOfRule(one.Key)).Select(one => one.Value).Order());
    }

    [Fact]
    public void An_Indonesian_page_has_the_title_of_its_rule() => Assert.All(
        Directory.GetFiles(Path.Combine(Root(), "docs", "rules", "id"), "PAC*.md"),
        page =>
        {
            var id = Path.GetFileNameWithoutExtension(page);
            Assert.Equal($"# {id}: {s_catalog.In(MessageLanguage.Indonesian)[$"Titles.{id}"]}", File.ReadLines(page).First());
        });

    [Fact]
    public async Task Findings_are_told_in_the_language_of_the_project()
    {
        const string code = """
            public class Customer { [DataCategory("contact.email")] public string? Email { get; set; } }
            [Purpose("promotion")]
            public class Mailer { public string? Read(Customer customer) => customer.Email; }
            """;
        var found = await CSharpAnalyzerTest<Analyzers.Rules.Purposes.PurposeNotAllowedRule>.FindAsync(
            TestCompilation.Create([("Shop.cs", code)], isProgram: false),
            [("policies/shop.policy.yaml", Policies.Shop)],
            new Dictionary<string, string> { ["PolicyAsCodeLanguage"] = "id" });

        Assert.Equal(
            "'Customer.Email' (contact.email) dibaca untuk promotion, padahal The Shop hanya mengizinkannya untuk "
            + "communication [SHOP-1, shop.policy.yaml:9]",
            Assert.Single(found).GetMessage());
    }

    private static bool IsOfRule(string key) =>
        key.StartsWith("Titles.", StringComparison.Ordinal) || key.StartsWith("Descriptions.", StringComparison.Ordinal);

    private static int[] Gaps(string sentence) =>
        [.. Gap().Matches(sentence).Select(gap => int.Parse(gap.Groups[1].Value, null)).Distinct().Order()];

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Gap();
}

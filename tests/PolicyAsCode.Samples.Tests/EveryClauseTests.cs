using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests;

/// <summary>No clause of a notice whose sample is tested here is without a test that breaks it, and no test names one that is not there.</summary>
/// <remarks>
/// Read from the source of the tests, since those of one sample stand in two projects: what a build can break here, what its data
/// shows beside the sample. Whether they passed is what <c>policy trace --results</c> says.
/// </remarks>
public sealed partial class EveryClauseTests
{
    [Theory]
    [InlineData("Alpokat", "alpokat")]
    [InlineData("BotBelanja", "botbelanja")]
    [InlineData("OChat", "ochat")]
    [InlineData("Ocis", "ocis")]
    [InlineData("JovaPos", "jova-pos")]
    public void Each_clause_of_the_notice_has_a_test(string sample, string policy)
    {
        var notice = File.ReadAllText(Repository.PathOf($"policies/{policy}.notice.yaml"));
        var clauses = Clause().Matches(notice).Select(match => match.Groups["id"].Value).ToList();
        Assert.NotEmpty(clauses);

        var tested = new[] { $"tests/PolicyAsCode.Samples.Tests/{sample}", $"tests/{sample}.Tests" }.SelectMany(ClausesOfTests);

        Assert.Equal(clauses.Order(StringComparer.Ordinal), tested.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Alpokat", "alpokat")]
    [InlineData("BotBelanja", "botbelanja")]
    [InlineData("OChat", "ochat")]
    [InlineData("Ocis", "ocis")]
    [InlineData("JovaPos", "jova-pos")]
    public void Each_clause_that_a_rule_keeps_is_broken_in_the_folder_of_violations(string sample, string policy)
    {
        var notice = File.ReadAllText(Repository.PathOf($"policies/{policy}.notice.yaml"));
        var keepers = KeptBy().Matches(notice);
        // Whoever keeps a clause is read of each: one that is written in another way would be passed over.
        Assert.Equal(Clause().Matches(notice).Select(match => match.Groups["id"].Value), keepers.Select(match => match.Groups["id"].Value));
        var kept = keepers.Where(match => match.Groups["keepers"].Value.Contains("analyzer", StringComparison.Ordinal))
            .Select(match => match.Groups["id"].Value).ToList();
        Assert.NotEmpty(kept);

        var broken = Directory.EnumerateFiles(Repository.PathOf($"samples/{sample}/Violations"), "*", SearchOption.AllDirectories)
            .SelectMany(file => Expectations.Marks(file, File.ReadAllText(file)))
            .Select(mark => mark.Clause);

        Assert.Empty(kept.Except(broken));
    }

    // To bear the id of a clause is not enough: what the test expects to be said names it, in a mark or as an argument.
    [Theory]
    [InlineData("Alpokat", "alpokat")]
    [InlineData("BotBelanja", "botbelanja")]
    [InlineData("OChat", "ochat")]
    [InlineData("Ocis", "ocis")]
    [InlineData("JovaPos", "jova-pos")]
    public void Each_clause_is_named_by_what_a_test_of_it_expects(string sample, string policy)
    {
        var notice = File.ReadAllText(Repository.PathOf($"policies/{policy}.notice.yaml"));
        var clauses = Clause().Matches(notice).Select(match => match.Groups["id"].Value).ToList();
        Assert.NotEmpty(clauses);

        var named =
            from folder in new[] { $"tests/PolicyAsCode.Samples.Tests/{sample}", $"tests/{sample}.Tests" }
            from test in TestsIn(folder)
            let said = new Found("", "", 0, string.Join('\n', Texts(test)))
            from clause in Clauses(test)
            where said.Names(clause)
            select clause;

        Assert.Empty(clauses.Except(named));
    }

    private static IEnumerable<string> ClausesOfTests(string folder) => TestsIn(folder).SelectMany(Clauses);

    private static IEnumerable<MethodDeclarationSyntax> TestsIn(string folder) =>
        from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(Repository.PathOf(folder), file).StartsWith("obj", StringComparison.Ordinal)
        from method in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where Attributes(method).Any(IsTest)
        select method;

    private static IEnumerable<string> Clauses(MethodDeclarationSyntax test) =>
        from attribute in Attributes(test)
        where IsTrait(attribute) && Argument(attribute, 0) == "Clause"
        select Argument(attribute, 1);

    /// <summary>The texts that the test is written with, but for its traits.</summary>
    private static IEnumerable<string> Texts(MethodDeclarationSyntax test) =>
        from token in test.DescendantTokens(node => node is not AttributeSyntax attribute || !IsTrait(attribute))
        where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken
        select token.ValueText;

    private static IEnumerable<AttributeSyntax> Attributes(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes);

    private static bool IsTrait(AttributeSyntax attribute) => attribute.Name.ToString() == "Trait";

    private static bool IsTest(AttributeSyntax attribute) =>
        attribute.Name.ToString() is "Fact" or "Theory"
        && !(attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.ToString() == "Skip") ?? false);

    private static string Argument(AttributeSyntax attribute, int index) =>
        attribute.ArgumentList?.Arguments[index].Expression is LiteralExpressionSyntax { Token.ValueText: var text }
            ? text
            : throw new InvalidOperationException($"'{attribute}' does not write its clause out.");

    [GeneratedRegex(@"^  (?<id>[A-Z]+-[\w.]+):", RegexOptions.Multiline)]
    private static partial Regex Clause();

    // The keepers stand in the clause's own braces, or on a line of their own below it.
    [GeneratedRegex(@"^  (?<id>[A-Z]+-[\w.]+):(?:(?!^  [A-Z]).)*?kept-by: (?<keepers>\[[^\]]*\]|[\w-]+)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex KeptBy();
}

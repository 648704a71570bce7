namespace PolicyAsCode.Language.Tests;

/// <summary>Which files are ours, and which policy governs (PAC1022).</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData("policies/shop.policy.yaml", PolicyFileKind.Policy)]
    [InlineData(@"C:\repo\policies\Shop.POLICY.yaml", PolicyFileKind.Policy)]
    [InlineData("shop.bindings.yaml", PolicyFileKind.Bindings)]
    [InlineData("shop.vocabulary.yaml", PolicyFileKind.Vocabulary)]
    [InlineData("policies/vocabulary/retail.yaml", PolicyFileKind.Vocabulary)]
    [InlineData(@"policies\vocabulary\retail.yaml", PolicyFileKind.Vocabulary)]
    [InlineData("vocabulary/shop.policy.yaml", PolicyFileKind.Policy)]
    [InlineData("policies/shop.yaml", null)]
    [InlineData("vocabulary.yaml", null)]
    [InlineData("shop.policy.yml", null)]
    [InlineData("appsettings.json", null)]
    public void A_file_is_known_by_its_name(string path, PolicyFileKind? kind) => Assert.Equal(kind, PolicyCompiler.KindOf(path));

    [Fact]
    public void A_file_that_is_none_of_ours_is_refused() =>
        Assert.Throws<ArgumentException>(() => PolicyCompiler.Parse("readme.md", "policy: x"));

    [Fact]
    public void The_only_policy_governs() => Assert.Equal("a", Compile(null, "a")!.Model!.Header.Name);

    [Fact]
    public void The_named_policy_governs_and_the_others_mistakes_are_not_its_own()
    {
        var compiled = Compile("b", "a", "b");
        Assert.Equal("b", compiled.Model!.Header.Name);
        Assert.All(compiled.Diagnostics, mistake => Assert.Equal("policies/1.policy.yaml", mistake.Location.Path));
    }

    [Theory]
    [InlineData(null, "No policy is in scope.")]
    [InlineData(null, "Several policies are in scope: 'a' (policies/0.policy.yaml), 'b' (policies/1.policy.yaml).", "a", "b")]
    [InlineData("c", "No policy is called 'c'. In scope: 'a' (policies/0.policy.yaml), 'b' (policies/1.policy.yaml).", "a", "b")]
    [InlineData("a", "Several policies are called 'a'", "a", "a")]
    public void None_or_two_are_an_error_that_names_those_in_scope(string? name, string message, params string[] policies)
    {
        var compiled = Compile(name, policies);
        Assert.Null(compiled.Model);
        var mistake = Assert.Single(compiled.Diagnostics);
        Assert.Equal((PolicyRules.NotOnePolicy, PolicySeverity.Error), (mistake.Id, mistake.Severity));
        Assert.Contains(message, mistake.Message);
    }

    private static CompiledPolicy Compile(string? name, params string[] policies) => PolicyCompiler.Compile(
        policies.Select((policy, index) => PolicyCompiler.Parse($"policies/{index}.policy.yaml", $"policy: {policy}\n")), name, null);
}

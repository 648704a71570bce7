namespace PolicyAsCode.Language.Tests;

/// <summary>Which files are ours, and which policy governs (PAC1022).</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData("policies/shop.policy.yaml", PolicyFileKind.Policy)]
    [InlineData(@"C:\repo\policies\Shop.POLICY.yaml", PolicyFileKind.Policy)]
    [InlineData("shop.bindings.yaml", PolicyFileKind.Bindings)]
    [InlineData("shop.models.yaml", PolicyFileKind.Models)]
    [InlineData("shop.notice.yaml", PolicyFileKind.Notice)]
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

    [Fact]
    public void A_policy_whose_file_has_another_name_is_told_to_choose_one()
    {
        var compiled = PolicyCompiler.Compile([PolicyCompiler.Parse("policies/shop.policy.yaml", "policy: store\n")], "shop", null);
        var mistake = Assert.Single(compiled.Diagnostics);
        Assert.Equal(PolicyRules.NotOnePolicy, mistake.Id);
        Assert.Equal("'store' stands in the file 'shop.policy.yaml', and projects name a policy by its file. Write "
            + "'policy: shop', or rename the file to 'store.policy.yaml'.", mistake.Message);
    }

    [Fact]
    public void Bindings_whose_file_has_the_policys_name_and_whose_head_has_not_are_no_dead_letter()
    {
        ParsedFile[] files =
        [
            PolicyCompiler.Parse("policies/shop.policy.yaml", "policy: shop\ncontroller: { name: Shop }\n"),
            PolicyCompiler.Parse("policies/shop.bindings.yaml", "bindings: store\nnamespaces: { A.B: promotoin }\n"),
            PolicyCompiler.Parse("policies/other.bindings.yaml", "bindings: other\nnamespaces: { A.B: promotoin }\n"),
        ];
        var mistake = Assert.Single(PolicyCompiler.Compile(files, "shop", null).Diagnostics);
        Assert.Equal((PolicyRules.WrongValue, "policies/shop.bindings.yaml"), (mistake.Id, mistake.Location.Path));
        Assert.Contains("Write 'bindings: shop'", mistake.Message);
    }

    [Fact]
    public void A_rule_is_known_when_it_has_a_page() => Assert.Equal(
        Directory.GetFiles(Path.Combine(Repository.Root(), "docs", "rules"), "PAC*.md").Select(Path.GetFileNameWithoutExtension).Order(),
        PolicyRules.All.Order());

    private static CompiledPolicy Compile(string? name, params string[] policies) => PolicyCompiler.Compile(
        policies.Select((policy, index) => PolicyCompiler.Parse($"policies/{index}.policy.yaml", $"policy: {policy}\n")), name, null);
}

using PolicyAsCode.Analyzers.Rules.PolicyFiles;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PolicyFileRuleTests
{
    private static CSharpAnalyzerTest<PolicyFileRule> Test(string policy, string? checkedByBuild = null, string? name = null)
    {
        var test = new CSharpAnalyzerTest<PolicyFileRule>();
        test.TestState.Sources.Add(("Shop.cs", "public sealed class Customer;"));
        test.TestState.AdditionalFiles.Add(("policies/shop.policy.yaml", policy));
        if (checkedByBuild is not null)
            test.TestState.Properties["PolicyAsCodeCheckedByBuild"] = checkedByBuild;
        if (name is not null)
            test.TestState.Properties["PrivacyPolicy"] = name;
        return test;
    }

    private static string Misspelt =>
        Policies.Shop.Replace("for: [communication]", "for: [{|PAC1004:comunication|}]");

    [Fact]
    public async Task A_mistake_is_shown_live_at_its_own_place()
    {
        var test = Test(Misspelt);
        test.Messages.Add("'comunication'");
        test.Messages.Add("'communication'");
        await test.RunAsync();
    }

    [Fact]
    public async Task A_mistake_is_told_in_the_language_of_the_project()
    {
        var test = Test(Misspelt);
        test.TestState.Properties["PolicyAsCodeLanguage"] = "id";
        test.Messages.Add("Apakah maksud Anda 'communication'?");
        await test.RunAsync();
    }

    [Fact]
    public Task A_correct_policy_is_silent() => Test(Policies.Shop).RunAsync();

    [Fact]
    public Task What_the_build_has_said_is_not_said_again() =>
        Test(Misspelt.Replace("{|PAC1004:", "").Replace("|}", ""), checkedByBuild: "true").RunAsync();

    [Fact]
    public Task A_project_that_no_policy_governs_is_silent() =>
        Test(Misspelt.Replace("{|PAC1004:", "").Replace("|}", ""), name: "none").RunAsync();

    [Fact]
    public async Task A_policy_that_is_named_and_not_there_is_said_once()
    {
        var found = await CSharpAnalyzerTest<PolicyFileRule>.FindAsync(
            TestCompilation.Create([("A.cs", "class A;"), ("B.cs", "class B;")], isProgram: false),
            [], new Dictionary<string, string> { ["PrivacyPolicy"] = "shop" });
        Assert.Equal(["PAC1022"], found.Select(one => one.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("policy: [")]
    [InlineData("- 1\n- 2")]
    [InlineData("policy: shop\ndata:\n\t- x: {")]
    [InlineData("&a [*a, *a]")]
    public async Task No_text_breaks_the_analyzer(string policy)
    {
        var compilation = TestCompilation.Create([("A.cs", "class A;")], isProgram: false);
        var found = await CSharpAnalyzerTest<PolicyFileRule>.FindAsync(compilation, [("shop.policy.yaml", policy)]);
        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.StartsWith("PAC1", one.Id));
    }
}

namespace PolicyAsCode.Build.Tests;

/// <summary>Which policy governs a project, and what a project gets that none governs.</summary>
public sealed class GoverningBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Several_policies_want_a_name()
    {
        _folder.Write("policies/one.policy.yaml", Policies.Named("one"));
        _folder.Write("policies/two.policy.yaml", Policies.Named("two"));
        var project = new ShopProject(_folder).Create();

        var nameless = (await project.BuildAsync()).MustFail();
        var finding = Assert.Single(nameless.Findings);
        Assert.Equal(("PAC1022", _folder.PathOf(project.File)), (finding.Id, finding.File));
        Assert.Contains("one, two", finding.Message);

        var unknown = Assert.Single((await project.BuildAsync("-p:PrivacyPolicy=three")).MustFail().Findings);
        Assert.Equal("PAC1022", unknown.Id);
        Assert.Contains("'three'", unknown.Message);
        Assert.Contains("one, two", unknown.Message);

        Assert.Empty((await project.BuildAsync("-p:PrivacyPolicy=two")).MustSucceed().Findings);
        Assert.Equal(["two.policy-dates"], _folder.Files("Shop/obj", "*.policy-dates"));
    }

    [Fact]
    public async Task A_policy_that_extends_another_governs_with_it()
    {
        const string shop = "policy: shop\nextends: org\nnever:\n  - { clause: SHOP-9, action: sell }\n";
        _folder.Write("policies/org.policy.yaml", Policies.Named("org"));
        _folder.Write(ShopProject.Policy, shop);
        _folder.Write("policies/org.bindings.yaml", "bindings: org\nnamespaces:\n  Shop.Mail: communication\n");
        var project = new ShopProject(_folder).Create();

        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
        Assert.Equal(["shop.policy-dates"], _folder.Files("Shop/obj", "*.policy-dates"));
        Assert.Equal("", (await project.WatchAsync()).Ran);

        var day = "-p:PolicyAsCodeToday=2027-06-02";
        var late = Assert.Single((await project.BuildAsync("-p:PrivacyPolicy=shop", day)).MustSucceed().Findings);
        Assert.Equal(("PAC1012", _folder.PathOf("policies/org.policy.yaml")), (late.Id, late.File));

        var broken = _folder.Write("policies/org.policy.yaml",
            Policies.Named("org").Replace("for: communication", "for: comunication"));
        var finding = Assert.Single((await project.BuildAsync()).MustFail().Findings);
        Assert.Equal(("PAC1004", broken), (finding.Id, finding.File));

        _folder.Write("policies/org.policy.yaml", Policies.Named("org"));
        var bound = _folder.Write("policies/org.bindings.yaml", "bindings: org\nnamespaces:\n  Shop.Mail: comunication\n");
        Assert.Equal(bound, Assert.Single((await project.BuildAsync()).MustFail().Findings).File);

        _folder.Write("policies/other.policy.yaml", Policies.Named("other"));
        Assert.Equal("PAC1022", Assert.Single((await project.BuildAsync()).MustFail().Findings).Id);
    }

    [Fact]
    public async Task A_law_of_ones_own_and_the_words_as_they_were_published_are_read_with_it()
    {
        const string words = """
            vocabulary: shop
            categories:
              loyalty: { label: { en: Loyalty, id: Loyalitas }, definition: "Points." }

            """;
        var policy = Policies.Clean + "follows: house\n";
        _folder.Write(ShopProject.Policy, policy);
        _folder.Write("policies/published/shop.policy.yaml", policy);
        _folder.Write("policies/shop.vocabulary.yaml", words);
        _folder.Write("policies/published/shop.vocabulary.yaml", words);
        _folder.Write("policies/laws/house.law.yaml", """
            law: house
            short: House rules
            title: { en: Our own rules, id: Aturan kami }
            source: https://shop.example/rules
            area: ID
            articles:
              - article: "1"
                title: { en: Time, id: Waktu }
                duty: { en: Data is kept for a week., id: Data disimpan seminggu. }
                checked: text
                retention: { no-longer-than: 1 week }
            """);
        var project = new ShopProject(_folder).Create();

        var found = (await project.BuildAsync()).MustFail().Findings;

        Assert.Equal(["PAC1011", "PAC1011"], found.Select(one => one.Id));
        Assert.All(found, one => Assert.Contains("House rules art. 1", one.Message));
    }

    [Fact]
    public async Task A_name_without_any_policy_is_an_error()
    {
        var project = new ShopProject(_folder).Create("<PrivacyPolicy>shop</PrivacyPolicy>");

        var finding = Assert.Single((await project.BuildAsync()).MustFail().Findings);

        Assert.Equal("PAC1022", finding.Id);
        Assert.Contains("no policy is in scope", finding.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<PrivacyPolicy>shop</PrivacyPolicy>")]
    public async Task A_policy_with_the_short_ending_is_told_and_not_passed_by(string properties)
    {
        _folder.Write("policies/shop.policy.yml", Policies.Clean);
        var project = new ShopProject(_folder).Create(properties);

        var finding = Assert.Single((await project.BuildAsync()).MustFail().Findings);

        Assert.Equal("PAC1022", finding.Id);
        Assert.Contains("holds shop.policy.yml, and the name of a policy ends with '.policy.yaml'", finding.Message);
        Assert.Empty((await project.BuildAsync("-p:PrivacyPolicy=none")).MustSucceed().Findings);
    }

    [Fact]
    public async Task A_policy_of_another_name_than_its_file_is_an_error()
    {
        _folder.Write(ShopProject.Policy, Policies.Named("corner-shop"));

        var finding = Assert.Single((await new ShopProject(_folder).Create().BuildAsync()).MustFail().Findings);

        Assert.Equal("PAC1022", finding.Id);
    }

    [Fact]
    public async Task A_project_that_handles_no_personal_data_gets_the_terms_and_no_check()
    {
        _folder.Write(ShopProject.Policy, Markup.Parse(Policies.FiveMistakes).Text);
        var project = new ShopProject(_folder).Create(
            "<PrivacyPolicy>none</PrivacyPolicy>",
            code: "static class Till { public static string Email => PolicyAsCode.Categories.Contact.Email; }");

        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
        Assert.Equal(["PolicyTerms.g.cs"], _folder.Files("Shop/obj", "Policy*.cs"));
        Assert.Empty(_folder.Files("Shop/obj", "*.policy-dates"));
        Assert.DoesNotContain("shop.policy.yaml", (await project.CommandLineAsync(designTime: false)).Output);
    }

    [Fact]
    public async Task A_project_with_no_policy_in_reach_gets_nothing_and_a_folder_of_code_is_no_policy_folder()
    {
        _folder.Write("Shop/Policies/policies/RefundPolicy.cs", "public static class RefundPolicy;");
        var project = new ShopProject(_folder).Create();

        var (result, ran) = await WatchFirstAsync(project);

        Assert.Empty(result.MustSucceed().Findings);
        Assert.Equal("Csc", ran);
        Assert.Equal([], _folder.Files("Shop/obj", "*olicy*"));
        var line = (await project.CommandLineAsync(designTime: false)).Output;
        Assert.DoesNotContain("AD0001", line);
        Assert.DoesNotContain("PrivacyPolicy", line);
        Assert.DoesNotContain("build_property.PrivacyPolicy", string.Concat(
            Directory.EnumerateFiles(_folder.Path, "*.editorconfig", SearchOption.AllDirectories)
                .Select(File.ReadAllText)));
    }

    [Fact]
    public async Task The_nearest_folder_with_a_policy_governs_and_a_folder_of_code_is_passed_by()
    {
        _folder.Write("policies/far.policy.yaml", Policies.Named("far"));
        _folder.Write("a/policies/near.policy.yaml", Policies.Named("near"));
        _folder.Write("a/b/policies/RefundPolicy.cs", "");
        var project = new ShopProject(_folder, home: "a/b/c/d/e/f/g/h/i/j/k/l").Create();

        (await project.BuildAsync()).MustSucceed();

        Assert.Equal(["near.policy-dates"], _folder.Files("a", "*.policy-dates"));
    }

    [Fact]
    public async Task Files_can_be_named_by_item()
    {
        _folder.Write("elsewhere/shop.policy.yaml", Policies.Clean);
        _folder.Write("elsewhere/words.vocabulary.yaml", """
            vocabulary: words
            categories:
              loyalty:
                label: { en: Loyalty, id: Loyalitas }
                definition: What a person earned by buying.

            """);
        var project = new ShopProject(_folder).Create(
            items: """<PolicyFile Include="../elsewhere/*.yaml" />""",
            code: "static class Till { public static string Word => PolicyAsCode.Categories.Loyalty; }");

        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
        Assert.Equal(["shop.policy-dates"], _folder.Files("Shop/obj", "*.policy-dates"));

        File.Delete(_folder.PathOf("elsewhere/shop.policy.yaml"));
        Assert.Equal(["PAC1022"], (await project.BuildAsync()).MustFail().Errors);

        // An item without a wildcard is there whether the file is or not.
        project.Create(items: """<PolicyFile Include="../elsewhere/shop.policy.yaml" />""");
        var missing = Assert.Single((await project.BuildAsync()).MustFail().Findings);
        Assert.Equal(("PAC1001", _folder.PathOf("elsewhere/shop.policy.yaml")), (missing.Id, missing.File));
    }

    [Theory]
    [InlineData("../elsewhere")]
    [InlineData("../nowhere")]
    public async Task A_folder_that_is_named_and_holds_no_policy_is_an_error(string named)
    {
        Directory.CreateDirectory(_folder.PathOf("elsewhere"));

        var project = new ShopProject(_folder).Create($"<PolicyAsCodeFolder>{named}</PolicyAsCodeFolder>");

        Assert.Equal(["PAC1022"], (await project.BuildAsync()).MustFail().Errors);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(BuildResult Result, string Ran)> WatchFirstAsync(ShopProject project)
    {
        (await project.BuildAsync("-t:Restore")).MustSucceed();
        return await project.WatchAsync();
    }
}

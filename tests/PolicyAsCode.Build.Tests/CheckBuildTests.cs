namespace PolicyAsCode.Build.Tests;

/// <summary>A policy's mistakes in the output of a real build.</summary>
public sealed class CheckBuildTests
{
    [Theory]
    [InlineData("shop", "\n")]
    [InlineData("Toko Ünï 個人 (1) ; 100% & it's", "\r\n")] // a '"' in a path is beyond the compiler itself
    public async Task Five_mistakes_are_five_errors_at_their_places_and_mending_them_builds(string name, string lineEnd)
    {
        using var folder = new TemporaryFolder(name);
        var policy = Markup.Parse(Policies.FiveMistakes.ReplaceLineEndings(lineEnd));
        var path = folder.Write(ShopProject.Policy, policy.Text);
        var project = new ShopProject(folder).Create();

        var broken = (await project.BuildAsync()).MustFail();

        Assert.Equal(policy.Places, broken.Findings.Select(found => found.Place));
        Assert.All(broken.Findings, found => Assert.Equal(("error", path), (found.Severity, found.File)));
        Assert.Contains(broken.Findings, found => found.Message.Contains("Did you mean 'promotion'?"));
        Assert.Empty(folder.Files("Shop/bin", "Shop.dll"));

        folder.Write(ShopProject.Policy, Policies.Clean.ReplaceLineEndings(lineEnd));
        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
    }

    [Fact]
    public async Task Findings_are_told_in_the_language_of_the_project()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Markup.Parse(Policies.FiveMistakes).Text);
        var project = new ShopProject(folder).Create("<PolicyAsCodeLanguage>id</PolicyAsCodeLanguage>");

        var broken = (await project.BuildAsync()).MustFail();
        Assert.Contains(broken.Findings, found => found.Message.Contains("Apakah maksud Anda 'promotion'?"));
        Assert.DoesNotContain(broken.Findings, found => found.Message.Contains("Did you mean"));

        var unknown = (await project.BuildAsync("-p:PrivacyPolicy=sohp")).MustFail();
        Assert.Contains("Properti PrivacyPolicy menyebut 'sohp'", Assert.Single(unknown.Findings).Message);
        var language = (await project.BuildAsync("-p:PolicyAsCodeLanguage=de")).MustFail();
        Assert.Contains(language.Findings, found => found.Message.Contains("PolicyAsCodeLanguage is 'de'"));
    }

    [Fact]
    public async Task A_test_that_fails_is_an_error_at_its_place_and_mending_it_builds()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Policies.Clean);
        var tests = Markup.Parse("""
            tests: shop
            expect:
              - { {|PAC1020:store: payment.card-number|}, answer: allowed }
              - { store: payment.card-number, answer: unknown }
            """);
        var path = folder.Write("policies/shop.tests.yaml", tests.Text);
        var project = new ShopProject(folder).Create();

        var failed = (await project.BuildAsync()).MustFail();

        Assert.Equal(tests.Places, failed.Findings.Select(found => found.Place));
        Assert.All(failed.Findings, found => Assert.Equal(("error", path), (found.Severity, found.File)));
        folder.Write("policies/shop.tests.yaml", tests.Text.Replace("answer: allowed", "answer: unknown", StringComparison.Ordinal));
        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
    }

    [Fact]
    public async Task A_promise_of_the_notice_that_the_policy_does_not_state_is_an_error_at_the_notice()
    {
        using var folder = new TemporaryFolder();
        const string notice = "notice: shop\nclauses:\n  SHOP-1.3: {}\n  SHOP-1.4: {}\n  SHOP-3.1: {}\n";
        folder.Write(ShopProject.Policy, Policies.Clean);
        folder.Write(ShopProject.Policy.Replace(".policy.", ".notice."), notice);
        folder.Write(ShopProject.Policy.Replace("shop.policy.", "other.notice."), "notice: other\nclauses: []\n");
        var project = new ShopProject(folder).Create();
        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);

        var path = folder.Write(ShopProject.Policy.Replace(".policy.", ".notice."), notice + "  SHOP-3.4: { says: erased in 30 days }\n");
        var found = Assert.Single((await project.BuildAsync()).MustFail().Findings);
        Assert.Equal(("PAC1016", "error", path), (found.Id, found.Severity, found.File));
        Assert.Contains("SHOP-3.4 (erased in 30 days)", found.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_an_error_and_no_stack_trace()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write(ShopProject.Policy, "");
        File.WriteAllBytes(path, [0, 1, 2, 0xFF, 0xFE, 0x80, (byte)'{', (byte)'[', (byte)'\n']);

        var result = (await new ShopProject(folder).Create().BuildAsync()).MustFail();

        Assert.NotEmpty(result.Findings);
        Assert.All(result.Findings, found => Assert.StartsWith("PAC1", found.Id));
        Assert.DoesNotContain("   at ", result.Output);
    }
}

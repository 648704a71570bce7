namespace PolicyAsCode.Build.Tests;

/// <summary>What runs again, and what does not. A story of one project: each step stands on the one before.</summary>
public sealed class IncrementalBuildTests
{
    private const string Nothing = "";
    private const string Expectation = "tests: shop\nexpect:\n  - { store: payment.card-number, answer: unknown }\n";

    [Fact]
    public async Task Only_what_changed_runs_again()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Policies.Clean);
        var project = new ShopProject(folder).Create();
        const string today = "-p:PolicyAsCodeToday=2026-11-22";
        (await project.BuildAsync(today)).MustSucceed();

        await Runs(Nothing, "a second build", today);

        folder.Write(ShopProject.Policy, "# An edited policy.\n" + Policies.Clean);
        await Runs("WritePolicyDates CheckPolicies Csc", "an edited policy", today);
        await Runs(Nothing, "the build after it", today);

        const string tomorrow = "-p:PolicyAsCodeToday=2026-11-23";
        await Runs("WritePolicyDates", "a new day", tomorrow);
        await Runs(Nothing, "later that day", tomorrow);

        folder.Write("policies/vocabulary/shop.yaml", Word("loyalty"));
        await Runs("WriteTerms WritePolicyDates CheckPolicies Csc", "a new vocabulary file", tomorrow);
        folder.Write("policies/vocabulary/shop.yaml", Word("loyalty") + "# A comment.\n");
        await Runs("WriteTerms WritePolicyDates CheckPolicies Csc", "an edited vocabulary file", tomorrow);
        File.Delete(folder.PathOf("policies/vocabulary/shop.yaml"));
        await Runs("WriteTerms WritePolicyDates CheckPolicies Csc", "a vocabulary file that is gone", tomorrow);

        folder.Write("policies/shop.tests.yaml", Expectation);
        await Runs("CheckPolicies", "a new file of tests", tomorrow);
        folder.Write("policies/shop.tests.yaml", Expectation + "# A comment.\n");
        await Runs("CheckPolicies", "an edited file of tests", tomorrow);
        folder.Write("policies/other.tests.yaml", "tests: other\n");
        await Runs(Nothing, "tests of another policy", tomorrow);
        folder.Write("policies/published/shop.policy.yaml", Policies.Clean);
        await Runs("CheckPolicies", "a published version", tomorrow);
        File.Delete(folder.PathOf("policies/shop.tests.yaml"));
        await Runs("CheckPolicies", "a file of tests that is gone", tomorrow);

        const string passed = "-p:PolicyAsCodeToday=2027-06-02";
        var late = await Runs("WritePolicyDates CheckPolicies Csc", "a review date that passed", passed);
        Assert.Contains(late.Findings, found => found.Id == "PAC1012");

        async Task<BuildResult> Runs(string expected, string after, string day)
        {
            var (result, ran) = await project.WatchAsync(day);
            Assert.True(expected == ran, $"After {after} there ran '{ran}', not '{expected}'.\n{result.Output}");
            return result;
        }
    }

    [Fact]
    public async Task Cleaning_leaves_nothing_and_a_lost_output_comes_back()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Policies.Clean);
        var project = new ShopProject(folder).Create();
        (await project.BuildAsync()).MustSucceed();
        string[] made = [.. Made(folder)];
        Assert.Equal(
            [
                "*.policy-check-stamp", "*.policy-dates-stamp", "*.policy-terms-stamp",
                "PolicyTerms.g.cs", "shop.policy-dates",
            ],
            made);

        File.Delete(Directory.EnumerateFiles(folder.Path, "PolicyTerms.g.cs", SearchOption.AllDirectories).Single());
        File.Delete(Directory.EnumerateFiles(folder.Path, "shop.policy-dates", SearchOption.AllDirectories).Single());
        (await project.BuildAsync()).MustSucceed();
        Assert.Equal(made, Made(folder));

        (await project.BuildAsync("-t:Clean")).MustSucceed();
        Assert.Empty(Made(folder));
    }

    private static IEnumerable<string> Made(TemporaryFolder folder) =>
        folder.Files("Shop/obj", "*olicy*")
            .Select(name => name.EndsWith("-stamp", StringComparison.Ordinal) ? "*." + name.Split('.')[^1] : name)
            .Order(StringComparer.Ordinal);

    private static string Word(string key) => $$"""
        vocabulary: shop
        categories:
          {{key}}:
            label: { en: Loyalty, id: Loyalitas }
            definition: What a person earned by buying.

        """;
}

namespace PolicyAsCode.Build.Tests;

/// <summary>What an editor gets: everything but the check, which its analyzers do live.</summary>
public sealed class EditorBuildTests
{
    [Fact]
    public async Task A_design_time_build_is_quiet_and_gives_the_compiler_the_same_but_the_flag()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Markup.Parse(Policies.FiveMistakes).Text);
        folder.Write("policies/shop.bindings.yaml", "bindings: shop\n");
        folder.Write("policies/other.bindings.yaml", "bindings: other\n");
        var project = new ShopProject(folder).Create();

        var editor = (await project.CommandLineAsync(designTime: true)).MustSucceed();

        Assert.Empty(editor.Findings);
        string[] given = ["shop.policy.yaml", "shop.bindings.yaml", "shop.policy-dates", "PolicyTerms.g.cs"];
        Assert.All(given, file => Assert.Contains(file, editor.Output));
        Assert.DoesNotContain("other.bindings.yaml", editor.Output);
        Assert.DoesNotContain("CheckedByBuild", editor.Output);
        Assert.Contains("build_property.PrivacyPolicy = shop", GeneratedConfiguration(folder));

        folder.Write(ShopProject.Policy, Policies.Clean);
        var build = (await project.CommandLineAsync(designTime: false)).MustSucceed();
        Assert.All(given, file => Assert.Contains(file, build.Output));
        Assert.Contains("CheckedByBuild.globalconfig", build.Output);
        Assert.Contains("AD0001", build.Output);
    }

    [Fact]
    public async Task Several_policies_and_no_name_are_no_matter_of_the_editors_build()
    {
        using var folder = new TemporaryFolder();
        folder.Write("policies/one.policy.yaml", Policies.Named("one"));
        folder.Write("policies/two.policy.yaml", Policies.Named("two"));

        var editor = (await new ShopProject(folder).Create().CommandLineAsync(designTime: true)).MustSucceed();

        Assert.Empty(editor.Findings);
    }

    private static string GeneratedConfiguration(TemporaryFolder folder) =>
        File.ReadAllText(
            Directory.EnumerateFiles(folder.Path, "*.GeneratedMSBuildEditorConfig.*", SearchOption.AllDirectories)
                .Single());
}

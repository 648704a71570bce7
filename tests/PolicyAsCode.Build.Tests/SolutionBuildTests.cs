namespace PolicyAsCode.Build.Tests;

/// <summary>Several projects under one policy.</summary>
public sealed class SolutionBuildTests
{
    [Fact]
    public async Task A_mistake_appears_once_a_solution_and_every_project_fails()
    {
        using var folder = new TemporaryFolder();
        var policy = Markup.Parse(Policies.FiveMistakes);
        folder.Write(ShopProject.Policy, policy.Text);
        ShopProject[] projects =
        [
            new ShopProject(folder, "Till").Create(),
            new ShopProject(folder, "Stock", home: "deep/er").Create(),
            // .NET Standard's default is C# 7.3, which the terms must not exceed.
            new ShopProject(folder, "Both").Create(
                "<TargetFramework></TargetFramework><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>",
                code: "public static class Both { public static string Is => PolicyAsCode.Categories.Contact.Any; }"),
        ];
        var list = string.Concat(projects.Select(project => $"<Project Path=\"{project.File}\" />"));
        folder.Write("Shop.slnx", $"<Solution>{list}</Solution>");

        var broken = (await BuildAsync(folder)).MustFail();

        Assert.Equal(policy.Places, broken.Findings.Select(found => found.Place));
        string[] outputs = ["Till/bin", "deep/er/Stock/bin", "Both/bin"];
        Assert.All(outputs, output => Assert.Empty(folder.Files(output, "*.dll")));

        folder.Write(ShopProject.Policy, Policies.Clean);
        Assert.Empty((await BuildAsync(folder)).MustSucceed().Findings);
        Assert.All(outputs, output => Assert.NotEmpty(folder.Files(output, "*.dll")));
    }

    private static Task<BuildResult> BuildAsync(TemporaryFolder folder) =>
        DotNet.RunAsync(
            folder.Path,
            ["msbuild", "Shop.slnx", "-restore", "-m:2", "-nologo", "-v:quiet", "-clp:NoSummary", "-tl:off"]);
}

namespace PolicyAsCode.Build.Tests;

/// <summary>
/// A sample on a fresh clone: nothing is built, nothing is packed, and one command does it all. Told as one story over
/// one clone, since the first build is the dear one.
/// </summary>
public sealed class FreshCloneTests
{
    private const string Kiosk = """
        using System;
        using PolicyAsCode;

        [assembly: Purpose(Purposes.Communication)]

        Console.WriteLine($"A customer leaves {new Customer().Left()}.");

        [DataSubject(Subjects.Customer)]
        internal sealed class Customer
        {
            [DataCategory(Categories.Contact.Email)] public string? Email { get; set; }

            public string Left() => Email ?? "nothing";
        }
        """;

    // What CI sets and a developer does not decides how tasks are hosted: both ways are used here.
    private static readonly Dictionary<string, string> s_taskHost =
        new() { ["PolicyAsCodeTaskFactory"] = "TaskHostFactory" };

    [Fact]
    public async Task A_sample_runs_and_is_governed()
    {
        using var clone = new TemporaryFolder("clone of it");
        Copy(clone);
        clone.Write("policies/shop.policy.yaml", Policies.Clean);
        clone.Write("samples/Kiosk/Kiosk.cs", Kiosk);
        var project = clone.Write("samples/Kiosk/Kiosk.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
              </PropertyGroup>
              <Import Project="../../eng/UsePolicyAsCode.targets" />
            </Project>
            """);

        var run = await DotNet.RunAsync(clone.Path, ["run", "--project", "samples/Kiosk"], s_taskHost);
        Assert.Contains("A customer leaves nothing.", run.MustSucceed().Output);
        Assert.Empty(run.Findings);

        clone.Write("samples/Kiosk/Kiosk.cs", Kiosk
            .Replace("Contact.Email", "Location.Precise")
            .Replace("{new Customer().Left()}", "something")); // or it would be a log's finding as well
        Assert.Equal(["PAC2002"], (await BuildAsync()).MustFail().Errors);
        clone.Write("samples/Kiosk/Kiosk.cs", Kiosk);

        var broken = Markup.Parse(Policies.FiveMistakes);
        clone.Write("policies/shop.policy.yaml", broken.Text);
        Assert.Equal(broken.Places, (await BuildAsync(s_taskHost)).MustFail().Findings.Select(found => found.Place));
        clone.Write("policies/shop.policy.yaml", Policies.Clean);

        // An analyzer without what it depends on is a mere warning to the compiler.
        File.WriteAllText(project, File.ReadAllText(project).Replace("</Project>", """
              <Target Name="Lose" BeforeTargets="CoreCompile">
                <ItemGroup>
                  <_Lost Include="@(Analyzer->WithMetadataValue('Filename', 'PolicyAsCode.Language'))" />
                  <Analyzer Remove="@(_Lost)" />
                </ItemGroup>
              </Target>
            </Project>
            """));
        var errors = (await BuildAsync()).MustFail().Errors;
        Assert.NotEmpty(errors);
        Assert.All(errors, id => Assert.Contains(id, new[] { "AD0001", "CS8032", "CS8034", "CS8784", "CS8785" }));

        // The first build has built what the sample references. A compiler server that has loaded a dependency once
        // finds it again, listed or not; a build machine starts without one.
        Task<BuildResult> BuildAsync(IReadOnlyDictionary<string, string>? environment = null) =>
            DotNet.RunAsync(
                clone.PathOf("samples/Kiosk"),
                ["msbuild", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false", "-nologo", "-v:quiet", "-clp:NoSummary", "-tl:off"],
                environment);
    }

    private static void Copy(TemporaryFolder clone)
    {
        string[] builds = ["bin", "obj"];
        foreach (var file in Directory.EnumerateFiles(Repository.Root))
            CopyFile(file);
        foreach (var folder in new[] { "src", "eng" })
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
                if (!Path.GetRelativePath(Repository.Root, file).Split('/', '\\').Intersect(builds).Any())
                    CopyFile(file);
        Directory.CreateDirectory(clone.PathOf("artifacts/packages"));

        void CopyFile(string file)
        {
            var copy = clone.PathOf(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

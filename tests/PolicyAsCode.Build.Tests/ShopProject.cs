using System.Reflection;

namespace PolicyAsCode.Build.Tests;

/// <summary>
/// A small project under the real targets, with the tasks and the rules of this test run, without packages: its restore is
/// nothing. The tasks are loaded from where they are built, with no more beside them than a package brings.
/// </summary>
internal sealed class ShopProject(TemporaryFolder folder, string name = "Shop", string home = "")
{
    public const string Policy = "policies/shop.policy.yaml";

    /// <summary>The tasks, as the test run built them.</summary>
    public static string Tasks { get; } = Repository.PathOf(
        $"src/PolicyAsCode.Build/bin/{Configuration}/netstandard2.0/PolicyAsCode.Build.dll");

    private readonly string _home = Path.Combine(home, name);

    /// <summary>The project file, below the folder.</summary>
    public string File => $"{_home}/{name}.csproj";

    /// <summary>Writes the project with some more properties, items and targets.</summary>
    public ShopProject Create(
        string properties = "", string items = "", string code = "namespace Shop; public static class Till;",
        string targets = "")
    {
        folder.Write(File, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <PolicyAsCodeTasks>{Escape(Tasks)}</PolicyAsCodeTasks>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <Analyzer Include="{Beside("PolicyAsCode.Analyzers")};{Beside("PolicyAsCode.Language")};{Beside("YamlDotNet")}" />
                <Reference Include="{Beside("PolicyAsCode.Annotations")}" />
                {items}
              </ItemGroup>
              <Import Project="{Escape(Repository.PathOf("src/PolicyAsCode.Build/build/PolicyAsCode.targets"))}" />
            {targets}
            </Project>
            """);
        folder.Write($"{_home}/{name}.cs", code);
        return this;
    }

    /// <summary>Builds it; <paramref name="arguments"/> are MSBuild's.</summary>
    public Task<BuildResult> BuildAsync(params string[] arguments) =>
        RunAsync(["-restore", .. arguments]);

    /// <summary>Builds it and tells which tasks of ours ran, and whether the compiler did.</summary>
    public async Task<(BuildResult Result, string Ran)> WatchAsync(params string[] arguments)
    {
        var log = folder.PathOf($"{name}.log");
        var result = await RunAsync([$"-flp:Verbosity=detailed;LogFile={log}", .. arguments]);
        var text = await System.IO.File.ReadAllTextAsync(log);
        string[] tasks = ["WriteTerms", "WritePolicyDates", "CheckPolicies", "Csc", "WriteBaseline", "WriteNotice"];
        var ran = tasks.Where(task => text.Contains($"Task \"{task}\"", StringComparison.Ordinal));
        return (result, string.Join(' ', ran));
    }

    /// <summary>What an editor's design-time build hands to the compiler, and what it prints.</summary>
    public async Task<BuildResult> CommandLineAsync(bool designTime, params string[] arguments)
    {
        await DotNet.RunAsync(folder.PathOf(_home), ["restore", "-v:quiet"]);
        return await DotNet.RunAsync(
            folder.PathOf(_home),
            [
                "msbuild", "-nologo", "-t:Compile", "-getItem:CscCommandLineArgs", "-p:SkipCompilerExecution=true",
                "-p:ProvideCommandLineArgs=true",
                .. designTime ? new[] { "-p:DesignTimeBuild=true" } : [],
                .. arguments,
            ]);
    }

    // Not `dotnet build`, which prints every finding a second time in a summary, whatever it is asked.
    private Task<BuildResult> RunAsync(IEnumerable<string> arguments) =>
        DotNet.RunAsync(
            folder.PathOf(_home), ["msbuild", "-nologo", "-v:quiet", "-clp:NoSummary", "-tl:off", .. arguments]);

    private static string Configuration => typeof(ShopProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Configuration").Value!;

    private static string Beside(string assembly) => Escape(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

    private static string Escape(string path) => path.Replace("&", "&amp;").Replace("%", "%25");
}

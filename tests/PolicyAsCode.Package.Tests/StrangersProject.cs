namespace PolicyAsCode.Package.Tests;

/// <summary>A project of somebody who has the package and the SDK, and nothing of this repository.</summary>
internal sealed class StrangersProject(PackedFeed feed, TemporaryFolder folder, string name = "Shop")
{
    private string File => $"{name}/{name}.csproj";

    /// <summary>Writes the project; <paramref name="fallback"/> is a folder for packages that are not ours.</summary>
    public StrangersProject Create(string items, string code, string? fallback = null)
    {
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="packed" value="{feed.Feed}" /></packageSources>
              {(fallback is null ? "" : $"<fallbackPackageFolders><add key=\"machine\" value=\"{fallback}\" /></fallbackPackageFolders>")}
            </configuration>
            """);
        folder.Write(File, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        return Code(code);
    }

    /// <summary>Writes the code anew.</summary>
    public StrangersProject Code(string code)
    {
        folder.Write($"{name}/{name}.cs", code);
        return this;
    }

    /// <summary>A reference to a package of this run.</summary>
    public static string Reference(PackedFeed feed, string package) =>
        $"<PackageReference Include=\"{package}\" Version=\"{feed.Version}\" />";

    /// <summary>Restores and builds it.</summary>
    public Task<BuildResult> BuildAsync(params string[] arguments) =>
        DotNet.RunAsync(
            folder.PathOf(name),
            ["msbuild", "-restore", "-nologo", "-v:quiet", "-clp:NoSummary", "-tl:off", .. arguments],
            feed.Environment);
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PolicyAsCode.Package.Tests;

/// <summary><c>policy</c> as somebody has it who installed it from a feed.</summary>
public sealed class InstalledToolTests(PackedFeed feed) : IDisposable
{
    private const string Package = "PolicyAsCode.Cli";

    private readonly TemporaryFolder _folder = new("tool");

    [Fact]
    public void The_package_holds_the_command_and_what_it_needs_and_nothing_else() =>
        Assert.Equal(
            [
                "PolicyAsCode.Cli.nuspec",
                "README.md",
                "tools/net10.0/any/DotnetToolSettings.xml",
                "tools/net10.0/any/PolicyAsCode.Analyzers.dll",
                "tools/net10.0/any/PolicyAsCode.Analyzers.xml",
                "tools/net10.0/any/PolicyAsCode.Build.dll",
                "tools/net10.0/any/PolicyAsCode.Build.xml",
                "tools/net10.0/any/PolicyAsCode.Cli.deps.json",
                "tools/net10.0/any/PolicyAsCode.Cli.dll",
                "tools/net10.0/any/PolicyAsCode.Cli.runtimeconfig.json",
                "tools/net10.0/any/PolicyAsCode.Cli.xml",
                "tools/net10.0/any/PolicyAsCode.Language.dll",
                "tools/net10.0/any/PolicyAsCode.Language.xml",
                "tools/net10.0/any/PolicyAsCode.Reports.dll",
                "tools/net10.0/any/PolicyAsCode.Reports.xml",
                "tools/net10.0/any/System.CommandLine.dll",
                "tools/net10.0/any/YamlDotNet.dll",
            ],
            feed.Content(Package));

    [Fact]
    public async Task Installed_it_checks_the_policies_of_this_repository()
    {
        var config = _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{feed.Feed}" /></packageSources>
            </configuration>
            """);
        (await DotNet.RunAsync(
            _folder.Path,
            ["tool", "install", Package, "--version", feed.Version, "--tool-path", _folder.PathOf("bin"), "--configfile", config],
            feed.Environment)).MustSucceed();

        var (code, output) = await PolicyAsync("check", Repository.PathOf("policies"));
        Assert.True(code == 0, output);
        Assert.Matches(@"^[0-9]+ policies checked: ", output.TrimEnd().Split('\n').Last(line => line.Contains("checked", StringComparison.Ordinal)));

        (code, output) = await PolicyAsync("explain", "contact.email", "promotion", "--in", Repository.PathOf("policies"), "--policy", "jova-pos");
        Assert.Equal(0, code);
        Assert.StartsWith("allowed, with consent", output);

        (code, output) = await PolicyAsync("check", "nowhere");
        Assert.Equal(2, code);
        Assert.DoesNotContain("\e", output, StringComparison.Ordinal); // no colours into a pipe
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int Code, string Output)> PolicyAsync(params string[] words)
    {
        var name = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "policy.exe" : "policy";
        using var process = Process.Start(new ProcessStartInfo(_folder.PathOf($"bin/{name}"), words)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}

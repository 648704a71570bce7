using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// <c>policy check</c> on the repository's policies, as a process of the installed tool, against the start of an empty
/// .NET program. Bar: at most 1.5 times the empty program plus 150 ms.
/// </summary>
internal static class Start
{
    private const int Pairs = 25;
    private const string Version = "0.0.1-bench";

    private static readonly string Repository = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    public static int Run()
    {
        var work = Directory.CreateTempSubdirectory("pac-start-").FullName;
        try
        {
            var empty = Empty(work);
            var policy = Tool(work);
            for (var warm = 0; warm < 3; warm++)
            {
                Process(empty);
                Process(policy, "check");
            }

            var runs = PairedRuns.Time(Pairs, () => Process(empty), () => Process(policy, "check"));
            runs.Print("an empty program", "policy check");
            var bar = 1.5 * runs.ReferenceMedian + 150;
            Console.WriteLine($"{"bar: 1.5 times the empty one + 150 ms",-38} {bar:0} ms, {(runs.MeasuredMedian <= bar ? "met" : "missed")}");
            return runs.MeasuredMedian <= bar ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static string Empty(string work)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "Empty")).FullName;
        File.WriteAllText(Path.Combine(folder, "Empty.cs"), "return;");
        File.WriteAllText(Path.Combine(folder, "Empty.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        var output = Path.Combine(work, "empty");
        Process("dotnet", "publish", folder, "-c", "Release", "-o", output, "-v", "q", "--nologo");
        return Path.Combine(output, "Empty" + Extension);
    }

    private static string Tool(string work)
    {
        var feed = Path.Combine(work, "feed");
        Process(
            "dotnet", "pack", Path.Combine(Repository, "src", "PolicyAsCode.Cli"), "-o", feed, $"-p:Version={Version}",
            "--artifacts-path", Path.Combine(work, "artifacts"), "-v", "q", "--nologo");
        File.WriteAllText(Path.Combine(work, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="bench" value="{feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(work, "cache")}" /></config>
            </configuration>
            """);
        var tool = Path.Combine(work, "tool");
        Process(
            "dotnet", "tool", "install", "PolicyAsCode.Cli", "--version", Version, "--tool-path", tool,
            "--configfile", Path.Combine(work, "nuget.config"));
        return Path.Combine(tool, "policy" + Extension);
    }

    private static string Extension => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? ".exe" : "";

    private static void Process(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}{errors.Result}");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

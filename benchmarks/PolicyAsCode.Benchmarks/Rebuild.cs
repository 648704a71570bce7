using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// A rebuild of the sample with our package against the same rebuild without it: the same code, where what the package
/// generates is compiled as ordinary files, and no analyzer, generator or task of ours runs. Bar: at most 1.2 times,
/// compiler server warm, median of ten pairs; the cold figure (no compiler server) is printed too.
/// </summary>
internal static class Rebuild
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    public static int Run()
    {
        var work = Directory.CreateTempSubdirectory("pac-rebuild-").FullName;
        try
        {
            var feed = Path.Combine(work, "feed");
            Dotnet(Repository, "pack", "--nologo", "-v", "q", "-c", "Release", "-p:PackageVersion=0.0.1-bench", "-o", feed);

            var with = Prepare(work, "with", feed);
            Dotnet(with, "build", "--nologo", "-v", "q", "-p:EmitCompilerGeneratedFiles=true");
            var without = Prepare(work, "without", feed);
            TakePackageOut(with, without);
            Dotnet(without, "build", "--nologo", "-v", "q");

            Console.WriteLine("compiler server warm");
            Time(with, without, pairs: 10, server: true);
            Console.WriteLine("cold: no compiler server");
            Time(with, without, pairs: 3, server: false);
            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Time(string with, string without, int pairs, bool server)
    {
        void Build(string project) => Dotnet(
            project, "build", "--nologo", "-v", "q", "--no-restore", "-t:Rebuild", $"-p:UseSharedCompilation={server}");

        Build(without);
        Build(with);
        Build(without);
        Build(with);
        PairedRuns.Time(pairs, () => Build(without), () => Build(with)).Print("without the package", "with the package");
    }

    /// <summary>A copy of the sample and its policies outside the repository, with the packages in the projects' place.</summary>
    private static string Prepare(string work, string name, string feed)
    {
        var root = Path.Combine(work, name);
        var project = Path.Combine(root, "JovaPos");
        Copy(Path.Combine(Repository, "samples", "JovaPos"), project);
        Copy(Path.Combine(Repository, "policies"), Path.Combine(root, "policies"));
        // The sample shares with others how its violations are left out.
        var shared = Path.GetFullPath(Path.Combine(project, "..", "..", "eng"));
        Directory.CreateDirectory(shared);
        File.Copy(Path.Combine(Repository, "eng", "Violations.props"), Path.Combine(shared, "Violations.props"), overwrite: true);
        foreach (var file in new[] { "Directory.Packages.props", "Directory.Build.props" })
            File.Copy(Path.Combine(Repository, file), Path.Combine(root, file));
        File.WriteAllText(Path.Combine(root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(root, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="bench" value="{feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(work, "cache")}" /></config>
              <fallbackPackageFolders><add key="machine" value="{MachineCache()}" /></fallbackPackageFolders>
            </configuration>
            """);

        Edit(Path.Combine(root, "Directory.Packages.props"), packages => packages.Root!.Add(new XElement("ItemGroup",
            PackageVersion("PolicyAsCode"), PackageVersion("PolicyAsCode.EntityFrameworkCore"))));
        Edit(Path.Combine(project, "JovaPos.csproj"), csproj =>
        {
            csproj.Descendants("Import")
                .Where(import => ((string?)import.Attribute("Project"))?.Contains("UsePolicyAsCode") == true)
                .Remove();
            csproj.Descendants("ProjectReference").Remove();
            csproj.Root!.Add(new XElement("ItemGroup",
                new XElement("PackageReference", new XAttribute("Include", "PolicyAsCode")),
                new XElement("PackageReference", new XAttribute("Include", "PolicyAsCode.EntityFrameworkCore"))));
        });
        return project;
    }

    /// <summary>Leaves the package's library, and puts what its task and its generators wrote in as ordinary files.</summary>
    private static void TakePackageOut(string with, string without)
    {
        var written = Path.Combine(without, "Written");
        Directory.CreateDirectory(written);
        var ours = Directory.EnumerateFiles(Path.Combine(with, "obj"), "*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains("PolicyAsCode.Generators") || Path.GetFileName(file) == "PolicyTerms.g.cs")
            .ToList();
        if (ours.Count < 2)
            throw new InvalidOperationException("The sample's build wrote no terms or no generated code.");
        foreach (var file in ours)
            File.Copy(file, Path.Combine(written, Path.GetFileName(file)));

        Edit(Path.Combine(without, "JovaPos.csproj"), csproj =>
        {
            foreach (var reference in csproj.Descendants("PackageReference")
                .Where(reference => ((string?)reference.Attribute("Include"))?.StartsWith("PolicyAsCode") == true))
                reference.SetAttributeValue("ExcludeAssets", "analyzers;build;buildTransitive");
        });
        Directory.Delete(Path.Combine(without, "..", "policies"), recursive: true);
    }

    private static XElement PackageVersion(string package) =>
        new("PackageVersion", new XAttribute("Include", package), new XAttribute("Version", "0.0.1-bench"));

    private static void Edit(string file, Action<XDocument> edit)
    {
        var document = XDocument.Load(file);
        edit(document);
        document.Save(file);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            if (Path.GetFileName(folder) is not ("bin" or "obj") and var name)
                Copy(folder, Path.Combine(to, name));
    }

    private static string MachineCache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Remove("UseSharedCompilation");   // the measurement says which it wants
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}{errors.Result}");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

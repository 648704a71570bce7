using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using PolicyAsCode.Build.Solution;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Language.Solution;

namespace PolicyAsCode.Cli.Solutions;

/// <summary>Finds what the projects of a solution were built into, and reads it. Nothing is built, loaded or run.</summary>
internal static partial class BuiltProjects
{
    private const string ProjectEnd = ".csproj";

    private static readonly string[] s_tests = ["xunit", "nunit", "mstest", "tunit", "microsoft.net.test.sdk"];

    private static readonly string[] s_passedBy = ["bin", "obj", "node_modules", "artifacts"];

    private static readonly EnumerationOptions s_all = new() { RecurseSubdirectories = true };

    /// <summary>Reads the assemblies that paths name: assemblies, projects, solutions, or folders with all projects below.</summary>
    /// <exception cref="UsageException">A path is not there or cannot be read, or a project is not built.</exception>
    public static ImmutableArray<BuiltAssembly> Read(IReadOnlyCollection<string> paths, CommandHost host)
    {
        var assemblies = new SortedSet<string>(StringComparer.Ordinal);
        var unbuilt = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths.Count == 0 ? ["."] : paths)
        {
            var full = Path.GetFullPath(path, host.Folder);
            if (!Path.Exists(full))
                throw new UsageException("Solution.NoPath", path);
            if (IsAssembly(full))
                assemblies.Add(full);
            else
                foreach (var project in Projects(full, path).Where(project => !IsTest(project)))
                    if (OutputOf(project) is { } output)
                        assemblies.Add(output);
                    else
                        unbuilt.Add(Path.GetFileNameWithoutExtension(project));
        }
        if (unbuilt.Count > 0)
            throw new UsageException("Solution.NotBuilt", unbuilt.ToArray());
        if (assemblies.Count == 0)
            throw new UsageException("Solution.NoProjects", string.Join("', '", paths.DefaultIfEmpty(".")));
        return [.. assemblies.Select(path => Read(path, host))];
    }

    private static BuiltAssembly Read(string path, CommandHost host) =>
        BuiltAssemblies.Read(path, Path.GetRelativePath(host.Folder, path), out var mistake)
            ?? throw new UsageException(mistake!);

    private static IEnumerable<string> Projects(string full, string path)
    {
        try
        {
            if (Directory.Exists(full))
                return [.. Below(full)];
            if (full.EndsWith(ProjectEnd, StringComparison.OrdinalIgnoreCase))
                return [full];
            if (Path.GetExtension(full).ToUpperInvariant() is not (".SLN" or ".SLNX" or ".SLNF"))
                throw new UsageException("Solution.NoSolution", path);
            // All kinds of solution name their projects by a path in quotes.
            var folder = Path.GetDirectoryName(full)!;
            return
            [
                .. ProjectPath().Matches(File.ReadAllText(full)).Select(match => match.Groups["path"].Value)
                    .Select(named => Path.GetFullPath(named.Replace("\\\\", "/").Replace('\\', '/'), folder))
                    .Where(File.Exists).Distinct(StringComparer.Ordinal),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("Usage.CannotRead", path, FileFault.Of(fault));
        }
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*" + ProjectEnd).Concat(Directory.EnumerateDirectories(folder)
            .Where(below => Path.GetFileName(below) is var name && !name.StartsWith('.') && !s_passedBy.Contains(name))
            .SelectMany(Below));

    // The newest: of several configurations and frameworks, the one that was worked on last.
    private static string? OutputOf(string project)
    {
        var own = Path.GetFileNameWithoutExtension(project);
        var file = (Property(project, "AssemblyName") is { } name && !name.Contains('$') ? name : own) + ".dll";
        return Outputs(Path.GetDirectoryName(project)!, own)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, file, s_all))
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is not ("ref" or "refint"))
            .OrderByDescending(File.GetLastWriteTimeUtc).ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Outputs(string folder, string project)
    {
        yield return Path.Combine(folder, "bin");
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            yield return Path.Combine(at, "artifacts", "bin", project);
    }

    private static bool IsTest(string project) =>
        Property(project, "IsTestProject") is { } said
            ? said.Equals("true", StringComparison.OrdinalIgnoreCase)
            : Read(project) is { } root && root.Descendants().Any(one => one.Name.LocalName == "PackageReference"
                && (string?)one.Attribute("Include") is { } package
                && s_tests.Any(test => package.StartsWith(test, StringComparison.OrdinalIgnoreCase)));

    private static string? Property(string project, string name) =>
        Read(project)?.Descendants().LastOrDefault(one => one.Name.LocalName == name)?.Value.Trim();

    private static XElement? Read(string project)
    {
        try
        {
            return XDocument.Load(project).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsAssembly(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".DLL" or ".EXE" && File.Exists(path);

    [GeneratedRegex("\"(?<path>[^\"\\r\\n]+\\.csproj)\"", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectPath();
}

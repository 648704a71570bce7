using System.Reflection;
using System.Xml.Linq;

namespace PolicyAsCode.Architecture.Tests;

/// <summary>A project below <c>src</c>, and what was built of it.</summary>
internal sealed class SourceProject
{
    private static readonly string s_configuration =
        typeof(SourceProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Configuration").Value!;

    private readonly XDocument _project;

    private SourceProject(string path)
    {
        Path = path;
        Name = System.IO.Path.GetFileNameWithoutExtension(path);
        _project = XDocument.Load(path);
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SourceProject> All { get; } =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
                .Select(path => new SourceProject(path)).OrderBy(project => project.Name, StringComparer.Ordinal),
        ];

    public string Path { get; }

    public string Name { get; }

    /// <summary>The names of the projects that it names, whatever for.</summary>
    public IEnumerable<string> ProjectReferences =>
        Includes("ProjectReference")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    /// <summary>The packages that it names.</summary>
    public IEnumerable<string> PackageReferences => Includes("PackageReference");

    /// <summary>The assembly, as built beside these tests.</summary>
    public string Assembly
    {
        get
        {
            var framework = _project.Descendants("TargetFramework").Single().Value;
            return System.IO.Path.Combine(
                System.IO.Path.GetDirectoryName(Path)!, "bin", s_configuration, framework, Name + ".dll");
        }
    }

    /// <summary>Items of a kind, as the project file writes them.</summary>
    public IEnumerable<string> Includes(string item) =>
        _project.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();
}

using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>
/// A project file read without MSBuild, and without running anything of the project's: its properties and items, those of
/// what it imports by path, and of the <c>Directory.*</c> files above it. Functions of properties, targets and packages'
/// own files are not read.
/// </summary>
internal sealed partial class ProjectFile
{
    private const int MostImports = 64;

    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(XElement Element, string Folder)> _items = [];
    private readonly HashSet<string> _imported = new(StringComparer.Ordinal);

    private ProjectFile(string path)
    {
        Path = path;
        Folder = System.IO.Path.GetDirectoryName(path)!;
        _properties["MSBuildProjectDirectory"] = Folder;
        _properties["MSBuildProjectFullPath"] = path;
        _properties["MSBuildProjectName"] = System.IO.Path.GetFileNameWithoutExtension(path);
        _properties["MSBuildProjectFile"] = System.IO.Path.GetFileName(path);
        _properties["Configuration"] = "Debug";
        _properties["Platform"] = "AnyCPU";
        _properties["OS"] = OperatingSystem.IsWindows() ? "Windows_NT" : "Unix";
        _properties["MSBuildRuntimeType"] = "Core";
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>The folder that it lies in.</summary>
    public string Folder { get; }

    /// <summary>The SDK that it names, such as <c>Microsoft.NET.Sdk.Web</c>.</summary>
    public string Sdk { get; private set; } = "";

    /// <summary>Whether it could be read as XML.</summary>
    public bool IsReadable { get; private set; } = true;

    /// <summary>What its items say, in order, conditions applied.</summary>
    public IReadOnlyList<ProjectItem> Items { get; private set; } = [];

    /// <summary>What a property says; empty where it says nothing.</summary>
    public string this[string property] => _properties.GetValueOrDefault(property, "").Trim();

    /// <summary>Whether a property says <c>true</c> or <c>enable</c>.</summary>
    public bool Is(string property) =>
        this[property] is var value
        && (value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("enable", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads one; of a file that is no XML, nothing but its name.</summary>
    public static ProjectFile Read(string path)
    {
        var project = new ProjectFile(path);
        project.ImportAbove("Directory.Build.props");
        project.Import(path);
        project.ImportAbove("Directory.Build.targets");
        project.ImportAbove("Directory.Packages.props");
        project.Items = [.. project._items.SelectMany(one => project.ItemsOf(one.Element, one.Folder))];
        return project;
    }

    private void ImportAbove(string name)
    {
        if (Above(name, Folder) is { } path)
            Import(path);
    }

    private static string? Above(string name, string? folder)
    {
        for (; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
            if (System.IO.Path.Combine(folder, name) is var path && File.Exists(path))
                return path;
        return null;
    }

    private void Import(string path)
    {
        if (_imported.Count >= MostImports || !_imported.Add(path))
            return;
        try
        {
            using var reader = XmlReader.Create(
                path, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            if (XDocument.Load(reader).Root is { } root)
            {
                if (path == Path)
                    Sdk = root.Attribute("Sdk")?.Value.Split('/', ';')[0]
                        ?? root.Elements().FirstOrDefault(one => one.Name.LocalName is "Sdk")?.Attribute("Name")?.Value ?? "";
                Evaluate(root, path);
            }
        }
        catch (Exception fault) when (fault is XmlException or IOException or UnauthorizedAccessException)
        {
            IsReadable &= path != Path;
        }
    }

    private void Evaluate(XElement parent, string path)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        foreach (var element in parent.Elements())
            switch (element.Name.LocalName)
            {
                case "PropertyGroup" when Holds(element, folder):
                    foreach (var property in element.Elements())
                        if (Holds(property, folder))
                            _properties[property.Name.LocalName] = Fill(property.Value, folder);
                    break;
                case "ItemGroup":
                    _items.Add((element, folder));
                    break;
                case "Import" when Holds(element, folder):
                    ImportNamed(element.Attribute("Project")?.Value ?? "", folder);
                    break;
                case "ImportGroup" when Holds(element, folder):
                    Evaluate(element, path);
                    break;
                case "Choose":
                    if (element.Elements().FirstOrDefault(one => one.Name.LocalName is "Otherwise"
                        || one.Name.LocalName is "When" && Holds(one, folder)) is { } chosen)
                        Evaluate(chosen, path);
                    break;
            }
    }

    private void ImportNamed(string named, string folder)
    {
        // The usual way on from one Directory.Build.props to the next one above.
        if (AboveFunction().Match(named) is { Success: true } above)
        {
            if (Above(above.Groups["name"].Value, System.IO.Path.GetDirectoryName(folder)) is { } found)
                Import(found);
            return;
        }
        var path = PathPattern.Normal(Fill(named, folder));
        if (path.Length > 0 && System.IO.Path.GetFullPath(path, folder) is var full && File.Exists(full))
            Import(full);
    }

    private IEnumerable<ProjectItem> ItemsOf(XElement group, string folder)
    {
        if (!Holds(group, folder))
            yield break;
        foreach (var item in group.Elements())
        {
            if (!Holds(item, folder))
                continue;
            var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var attribute in item.Attributes())
                metadata[attribute.Name.LocalName] = Fill(attribute.Value, folder);
            foreach (var element in item.Elements())
                metadata[element.Name.LocalName] = Fill(element.Value, folder);
            yield return new(
                item.Name.LocalName, metadata.GetValueOrDefault("Include", ""), metadata.GetValueOrDefault("Remove", ""),
                metadata.GetValueOrDefault("Exclude", ""), metadata, folder);
        }
    }

    private bool Holds(XElement element, string folder) =>
        element.Attribute("Condition")?.Value is not { } condition
        || ProjectCondition.Holds(Fill(condition, folder), Folder);

    // $(Name), one within what it stands for included, since that was filled in when it was set; of functions, nothing.
    private string Fill(string text, string folder)
    {
        if (!text.Contains("$(", StringComparison.Ordinal))
            return text;
        return Property().Replace(text, found => found.Groups["name"] is { Success: true, Value: var name }
            ? name switch
            {
                "MSBuildThisFileDirectory" => folder + '/',
                _ => _properties.GetValueOrDefault(name, ""),
            }
            : "");
    }

    [GeneratedRegex(@"\$\(((?<name>[A-Za-z_][\w-]*)|(?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")]
    private static partial Regex Property();

    [GeneratedRegex(@"GetPathOfFileAbove\(\s*'?(?<name>[\w.]+)'?")]
    private static partial Regex AboveFunction();
}

using System.Xml;
using System.Xml.Linq;

namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>The packages that NuGet has unpacked on this machine; nothing is downloaded.</summary>
internal sealed class PackageCache
{
    private readonly string _folder;
    private readonly HashSet<string> _ofFramework;

    /// <summary>The cache of this user.</summary>
    /// <param name="sdk">Whose framework brings assemblies that packages of the same name would.</param>
    public PackageCache(DotNetSdk sdk)
    {
        _folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Framework = [.. sdk.ReferencePacks.SelectMany(AssembliesOfPack)];
        _ofFramework = Framework.Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The reference assemblies of the framework.</summary>
    public ImmutableArray<string> Framework { get; }

    /// <summary>The assemblies of packages and of those that they need, and which packages are not here.</summary>
    /// <param name="wanted">Names and versions as the project writes them.</param>
    public (ImmutableArray<string> Assemblies, ImmutableArray<string> Missing) Find(
        IEnumerable<(string Id, string Version)> wanted)
    {
        var assemblies = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var missing = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<(string Id, string Version)>(wanted);
        while (open.TryDequeue(out var package))
        {
            if (!seen.Add(package.Id))
                continue;
            if (FolderOf(package.Id, package.Version) is not { } folder)
            {
                if (!_ofFramework.Contains(package.Id) && !IsOnlyName(package.Id))
                    missing.Add(package.Id);
                foreach (var likely in LikelyNeededBy(package.Id))
                    open.Enqueue((likely, package.Version));
                continue;
            }
            foreach (var assembly in AssembliesOf(folder))
                if (Path.GetFileNameWithoutExtension(assembly) is var name && !_ofFramework.Contains(name))
                    assemblies.TryAdd(name, assembly);
            foreach (var needed in Needed(folder))
                open.Enqueue(needed);
        }
        return ([.. assemblies.Values], [.. missing]);
    }

    // What a package that is not here would bring is not known; its name says a part of it: Acme.Client.Extras needs
    // Acme.Client, and every provider of EF Core, and what stores by it, needs EF Core. Only what is here is taken.
    private IEnumerable<string> LikelyNeededBy(string id)
    {
        if (id.Contains("EntityFrameworkCore", StringComparison.OrdinalIgnoreCase) && IsHere("Microsoft.EntityFrameworkCore.Relational"))
            yield return "Microsoft.EntityFrameworkCore.Relational";
        for (var end = id.LastIndexOf('.'); end > 0; end = id.LastIndexOf('.', end - 1))
            if (IsHere(id[..end]))
                yield return id[..end];
    }

    private bool IsHere(string id) => Directory.Exists(Path.Combine(_folder, id.ToLowerInvariant()));

    // Packages of the first years of .NET Core, whose content every framework has by now.
    private static bool IsOnlyName(string id) =>
        id.StartsWith("System.", StringComparison.OrdinalIgnoreCase) && id.Count(letter => letter == '.') is 1
        || id.StartsWith("runtime.", StringComparison.OrdinalIgnoreCase)
        || id.Equals("NETStandard.Library", StringComparison.OrdinalIgnoreCase)
        || id.StartsWith("Microsoft.NETCore.", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> AssembliesOfPack(string pack)
    {
        var folder = Path.Combine(pack, "ref");
        return Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).LastOrDefault() is { } newest
            ? Directory.EnumerateFiles(newest, "*.dll").Order(StringComparer.Ordinal)
            : [];
    }

    private string? FolderOf(string id, string version)
    {
        var folder = Path.Combine(_folder, id.ToLowerInvariant());
        if (!Directory.Exists(folder))
            return null;
        var wanted = version.Trim('[', ']', '(', ')').Split(',')[0].Trim().ToLowerInvariant();
        if (wanted.Length > 0 && Path.Combine(folder, wanted) is var exact && Directory.Exists(exact))
            return exact;
        // As NuGet: the lowest that is not older; where all are older, the newest: calls can be bound at least.
        var all = Directory.EnumerateDirectories(folder)
            .Select(path => (Path: path, Version: NumberOf(Path.GetFileName(path))))
            .OrderBy(one => one.Version).ThenBy(one => one.Path, StringComparer.Ordinal).ToList();
        var least = NumberOf(wanted.Split('*')[0].TrimEnd('.'));
        return all.FirstOrDefault(one => one.Version >= least).Path ?? all.LastOrDefault().Path;
    }

    private static Version NumberOf(string text)
    {
        var digits = text.Split('-', '+')[0];
        if (!digits.Contains('.', StringComparison.Ordinal))
            digits += ".0";
        return Version.TryParse(digits, out var version) ? version : new(0, 0);
    }

    private static IEnumerable<string> AssembliesOf(string folder)
    {
        foreach (var kind in new[] { "ref", "lib" })
        {
            var all = Path.Combine(folder, kind);
            if (Directory.Exists(all)
                && FrameworkName.Best(Directory.EnumerateDirectories(all).Select(Path.GetFileName).OfType<string>()) is { } best)
                return Directory.EnumerateFiles(Path.Combine(all, best), "*.dll").Order(StringComparer.Ordinal);
        }
        return [];
    }

    private static IEnumerable<(string Id, string Version)> Needed(string folder)
    {
        var file = Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault();
        if (file is null)
            return [];
        try
        {
            var dependencies = XDocument.Load(file).Descendants().Where(one => one.Name.LocalName is "dependencies").ToList();
            var groups = dependencies.Elements().Where(one => one.Name.LocalName is "group")
                .ToLookup(group => group.Attribute("targetFramework")?.Value ?? "any");
            var chosen = FrameworkName.Best(groups.Select(group => group.Key)) is { } best
                ? groups[best].Elements()
                : dependencies.Elements();
            return [.. chosen.Where(one => one.Name.LocalName is "dependency")
                .Select(one => (one.Attribute("id")?.Value ?? "", one.Attribute("version")?.Value ?? ""))];
        }
        catch (XmlException)
        {
            return [];
        }
    }
}

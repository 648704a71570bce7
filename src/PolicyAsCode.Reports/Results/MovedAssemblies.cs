using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PolicyAsCode.Reports.Results;

/// <summary>Finds the assemblies of tests that ran on another machine, by their names, in a folder and those below.</summary>
internal sealed class MovedAssemblies(string folder)
{
    private readonly Dictionary<string, string> _found = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The file, with the paths of this machine.</summary>
    /// <exception cref="IOException">An assembly is not there, or there are two that differ.</exception>
    /// <exception cref="BadImageFormatException">A file of that name is none.</exception>
    public ResultFile In(ResultFile file) =>
        file with { Tests = [.. file.Tests.Select(test => test with { Assembly = Find(test.Assembly) })] };

    private string Find(string assembly)
    {
        // Of the other system, perhaps.
        var name = assembly.Substring(assembly.LastIndexOfAny(['/', '\\']) + 1);
        if (_found.TryGetValue(name, out var known))
            return known;
        var files = Directory.GetFiles(folder, name, SearchOption.AllDirectories)
            .GroupBy(VersionOf)
            .Select(same => same.OrderBy(path => path, StringComparer.Ordinal).First())
            .OrderBy(path => path, StringComparer.Ordinal)
            .ToArray();
        return _found[name] = files switch
        {
            [var one] => one,
            [] => throw new FileNotFoundException(message: null, Path.Combine(folder, name)),
            _ => throw new IOException($"{files[0]} and {files[1]} differ"),
        };
    }

    // A copy is the same; what was built from other sources is another.
    private static Guid VersionOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}

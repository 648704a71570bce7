namespace PolicyAsCode.Tests;

/// <summary>A folder outside the repository that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string name = "shop") =>
        Path = Directory.CreateDirectory(
            System.IO.Path.Combine(Directory.CreateTempSubdirectory("policy-as-code-").FullName, name)).FullName;

    public string Path { get; }

    /// <summary>A path below the folder.</summary>
    public string PathOf(string relative) => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a file, and the folders to it; its full path.</summary>
    public string Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>All files with that ending below a folder, by their names.</summary>
    public IReadOnlyList<string> Files(string below, string pattern) =>
        Directory.Exists(PathOf(below))
            ? [.. Directory.EnumerateFiles(PathOf(below), pattern, SearchOption.AllDirectories)
                .Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}

namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>The files of a code base that people wrote: not what builds, editors and package managers put there.</summary>
internal sealed class CodeFolder
{
    private static readonly string[] s_passedBy = ["bin", "obj", "node_modules"];

    private readonly string[] _files;

    /// <summary>A folder, looked through once.</summary>
    public CodeFolder(string path)
    {
        Path = path;
        var found = new List<string>();
        Collect(path, found);
        _files = [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Files with that ending, sorted.</summary>
    public IEnumerable<string> EndingWith(string end) =>
        _files.Where(file => file.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Files with that ending below a folder, sorted.</summary>
    public IEnumerable<string> Below(string folder, string end)
    {
        var start = folder.TrimEnd('/', '\\') + System.IO.Path.DirectorySeparatorChar;
        return EndingWith(end).Where(file => file.StartsWith(start, StringComparison.Ordinal));
    }

    private static void Collect(string folder, List<string> found)
    {
        var all = new EnumerationOptions { AttributesToSkip = FileAttributes.System, IgnoreInaccessible = true };
        found.AddRange(Directory.EnumerateFiles(folder, "*", all));
        foreach (var below in Directory.EnumerateDirectories(folder, "*", all))
            if (System.IO.Path.GetFileName(below) is var name
                && !name.StartsWith('.') && !s_passedBy.Contains(name, StringComparer.OrdinalIgnoreCase)
                && new DirectoryInfo(below).LinkTarget is null)
                Collect(below, found);
    }
}

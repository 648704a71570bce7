namespace PolicyAsCode.Cli.Scanning.Building;

/// <summary>What a build wrote down of one project.</summary>
/// <param name="Project">What its compiler was told.</param>
/// <param name="IsTest">Whether it holds tests.</param>
internal sealed record CapturedProject(CodeProject Project, bool IsTest)
{
    /// <summary>Reads it: lines <c>what|value</c>.</summary>
    public static CapturedProject Read(string file)
    {
        var said = File.ReadLines(file, Encoding.UTF8)
            .Select(line => line.Split('|', 2))
            .Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return new(
            new()
            {
                Name = One("name"),
                Path = One("path"),
                Assembly = One("assembly"),
                Sources = [.. said["source"].Distinct(StringComparer.Ordinal)],
                AdditionalFiles = [.. said["additional"].Where(path => PolicyCompiler.KindOf(path) is null).Distinct(StringComparer.Ordinal)],
                Configurations = [.. said["configuration"].Where(File.Exists).Select(path => (path, File.ReadAllText(path)))],
                References = [.. said["reference"].Distinct(StringComparer.Ordinal)],
                Generators = [.. said["generator"].Where(path => !IsOurs(path)).Distinct(StringComparer.Ordinal)],
                Projects = [.. said["project"].Distinct(StringComparer.Ordinal)],
                Defined = [.. said["defined"].SelectMany(text => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
                LanguageVersion = One("language"),
                Nullable = One("nullable"),
                IsProgram = One("output") is "Exe" or "WinExe",
            },
            One("test").Equals("true", StringComparison.OrdinalIgnoreCase));

        string One(string what) => said[what].FirstOrDefault() ?? "";
    }

    // A project that has the package already brings rules of its own version.
    private static bool IsOurs(string path) =>
        System.IO.Path.GetFileName(path).StartsWith("PolicyAsCode.", StringComparison.OrdinalIgnoreCase);
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PolicyAsCode.Architecture.Tests;

/// <summary>What must not stand in any file: where somebody worked, or where somebody's packages come from.</summary>
public sealed partial class RepositoryTests
{
    private static readonly string[] s_notOurs =
        ["bin", "obj", ".git", ".vs", ".idea", "artifacts", "TestResults", "node_modules"];

    [Fact]
    public void No_file_names_a_machine_or_a_registry()
    {
        var texts = Files(Repository.Root).ToList();
        Assert.Contains(texts, path => path.EndsWith("README.md", StringComparison.Ordinal));

        var found = texts
            .SelectMany(path => File.ReadLines(path).Select((line, index) => (path, index, line)))
            .Where(at => Machine().IsMatch(at.line) || Registry().IsMatch(at.line))
            .Select(at => $"{Path.GetRelativePath(Repository.Root, at.path)}:{at.index + 1}: {at.line.Trim()}");

        Assert.Empty(found);
    }

    [Fact]
    public void The_package_sources_of_the_repository_are_folders() =>
        Assert.All(
            XDocument.Load(Repository.PathOf("nuget.config")).Descendants("add")
                .Select(add => add.Attribute("value")!.Value),
            source => Assert.DoesNotContain(":", source));

    // A key that is committed once is nobody's any more.
    [Fact]
    public void The_folders_of_keys_that_the_samples_make_are_ignored()
    {
        var folders = Files(Repository.PathOf("samples"))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(path => KeyFolder().Matches(File.ReadAllText(path)))
            .Select(found => found.Groups[1].Value + "/")
            .Distinct()
            .ToList();

        Assert.NotEmpty(folders);
        var ignored = File.ReadAllLines(Repository.PathOf(".gitignore"));
        Assert.All(folders, folder => Assert.Contains(folder, ignored));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string[] folders = [.. new[] { "src", "tests", "samples" }.Select(Repository.PathOf).Where(Directory.Exists)];
        var solution = File.ReadAllText(Repository.PathOf("PolicyAsCode.sln")).Replace('\\', '/');

        Assert.All(
            folders.SelectMany(Files)
                .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')),
            path => Assert.Contains($"\"{path}\"", solution));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder).Where(IsText)
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(below => !s_notOurs.Contains(Path.GetFileName(below), StringComparer.OrdinalIgnoreCase))
                .SelectMany(Files));

    private static bool IsText(string path) =>
        Path.GetExtension(path) is "" or ".cs" or ".cshtml" or ".razor" or ".csproj" or ".props" or ".targets" or ".proj"
            or ".sln" or ".config" or ".json" or ".yaml" or ".yml" or ".md" or ".sh" or ".txt" or ".globalconfig";

    [GeneratedRegex("""
        \["Keys:Folder"\] \?\? "([^"]+)"
        """)]
    private static partial Regex KeyFolder();

    // Home folders and the like; a path below them names somebody, but for the user that tests make up.
    [GeneratedRegex(@"(?<![\w.~$}])/(home|work|root|Users)/(?!somebody/)\w|\b[A-Za-z]:\\Users\\\w")]
    private static partial Regex Machine();

    [GeneratedRegex(@"https?://[\w.:-]*(registry|proxy|artifactory|nexus|api\.nuget|pkgs\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();
}

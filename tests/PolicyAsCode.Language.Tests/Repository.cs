using System.Runtime.CompilerServices;

namespace PolicyAsCode.Language.Tests;

/// <summary>The files of this repository, found from where this source lies.</summary>
internal static class Repository
{
    /// <summary>The policy of JOVA POS and its bindings.</summary>
    public static IEnumerable<(string Path, string Text)> PolicyFiles() =>
        new[] { "policies/jova-pos.policy.yaml", "policies/jova-pos.bindings.yaml" }
            .Select(path => (path, Read(path)));

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The full path of a file or folder.</summary>
    public static string PathOf(string path) => Path.Combine(Root(), path);

    public static string Root([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(source, "../../.."));
}

using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Misspelling;

/// <summary>The files in <c>policies/</c>, whatever lies there.</summary>
internal static class PolicyFolder
{
    private static readonly Lazy<(string Path, string Text)[]> s_files = new(() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("policies"), "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.PathOf("."), path).Replace('\\', '/'))
            .Where(path => PolicyCompiler.KindOf(path) is not (null or PolicyFileKind.Published or PolicyFileKind.PublishedVocabulary))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, Repository.Read(path)))]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files() => s_files.Value;

    /// <summary>The names of the policies.</summary>
    public static IReadOnlySet<string> Names() => s_files.Value
        .Where(file => PolicyCompiler.KindOf(file.Path) == PolicyFileKind.Policy)
        .Select(file => PolicyCompiler.Parse(file.Path, file.Text).PolicyName)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>A file, and those with which it is compiled.</summary>
    public static PolicyFamily FamilyOf((string Path, string Text) file)
    {
        var parsed = PolicyCompiler.Parse(file.Path, file.Text);
        var all = s_files.Value.Where(other => other.Path != file.Path)
            .Select(other => PolicyCompiler.Parse(other.Path, other.Text))
            .ToArray();
        var name = parsed.Kind == PolicyFileKind.Vocabulary
            ? Path.GetFileName(file.Path).Split('.')[0]
            : parsed.PolicyName;
        // Tests and bindings change nothing of what is said of other files.
        var others = all.Where(other => other.Kind switch
        {
            PolicyFileKind.Policy or PolicyFileKind.Vocabulary => true,
            PolicyFileKind.Notice => parsed.Kind is PolicyFileKind.Policy or PolicyFileKind.Tests && other.PolicyName == name,
            _ => false,
        }).ToArray();
        var clauses = all.Append(parsed).Where(other => other.Kind == PolicyFileKind.Notice && other.PolicyName == name)
            .SelectMany(notice => notice.Tree.Root.Entries.Where(entry => entry.Key.Value == "clauses"))
            .SelectMany(entry => entry.Value is Syntax.MappingNode mapping ? mapping.Entries.Select(one => one.Key.Value) : []);
        return new(parsed, name, others, clauses.ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>A file, and those with which it is compiled.</summary>
internal sealed record PolicyFamily(ParsedFile Parsed, string Name, ParsedFile[] Others, IReadOnlySet<string> Clauses)
{
    /// <summary>Compiles them with another text of the file.</summary>
    public CompiledPolicy Compile(string text) =>
        PolicyCompiler.Compile([PolicyCompiler.Parse(Parsed.Path, text), .. Others], Name, Verify.Today);
}

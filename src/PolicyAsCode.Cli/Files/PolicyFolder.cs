using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Files;

/// <summary>Finds and reads policy files. The only place where the command meets the policies on the disk.</summary>
internal static class PolicyFolder
{
    private const string DefaultName = "policies";
    private const string PolicyEnd = ".policy.yaml";
    private const string LongEnd = ".yaml";
    private const string ShortEnd = ".yml";

    // Not followed: what tools put there is no policy of anybody's.
    private static readonly string[] s_passedBy = ["bin", "obj", "node_modules"];

    // Folders whose files belong to the policies of the folder above them.
    private static readonly string[] s_belonging = ["vocabulary", "laws", "published"];

    private static readonly EnumerationOptions s_visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
    };

    /// <summary>
    /// Reads what the paths name: a folder with all below it; a file with what lies beside it, since bindings, notice and
    /// vocabulary belong to it, and with nothing of other folders. No path is the nearest folder <c>policies</c>, upward, as a build finds it.
    /// </summary>
    /// <param name="paths">What somebody named.</param>
    /// <param name="host">Where it is called.</param>
    /// <param name="typed">A file whose text is not the disk's; then it alone is meant.</param>
    /// <exception cref="UsageException">A path is not there, cannot be read, or holds no policy.</exception>
    public static LoadedPolicies Load(IReadOnlyCollection<string> paths, CommandHost host, TypedFile? typed = null)
    {
        if (typed is not null)
            return LoadTyped(typed, host);
        var files = new Dictionary<string, ParsedFile>(StringComparer.Ordinal);
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths.Count == 0 ? [Nearest(host)] : paths)
            Add(path, host, files, meant);
        if (meant.Count == 0)
            throw new UsageException("Usage.NoPolicyIn", string.Join("', '", paths));
        return new(Sorted(files), [.. meant.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The folder above the one that a file lies in.</summary>
    public static string Above(string path) => FolderOf(FolderOf(path)) is { Length: > 0 } above ? above : ".";

    private static void Add(
        string path, CommandHost host, Dictionary<string, ParsedFile> files, HashSet<string> meant)
    {
        var full = Path.GetFullPath(path, host.Folder);
        if (Directory.Exists(full))
        {
            AddFolder(path, host, files);
            meant.UnionWith(files.Values.Where(file => IsBelow(file, path)).Select(PolicyOf).OfType<string>());
            return;
        }
        if (!File.Exists(full))
            throw new UsageException("Usage.NoPath", path, DidYouMean(path, host) ?? Words.Of("Usage.PathsCount"));
        RequireKind(path);
        AddBeside(path, host, files);
        var own = files.Values.First(file => Path.GetFullPath(file.Path, host.Folder) == full);
        meant.UnionWith(MeantBy(own, files));
    }

    // As a file on the disk would be read, with those beside it.
    private static LoadedPolicies LoadTyped(TypedFile typed, CommandHost host)
    {
        RequireKind(typed.Path);
        var files = new Dictionary<string, ParsedFile>(StringComparer.Ordinal);
        AddBeside(typed.Path, host, files);
        var own = PolicyCompiler.Parse(Shown(FolderOf(typed.Path), Path.GetFileName(typed.Path)), typed.Text);
        files[own.Path] = own;
        return new(Sorted(files), MeantBy(own, files));
    }

    private static ImmutableArray<string> MeantBy(ParsedFile file, Dictionary<string, ParsedFile> files)
    {
        var all = files.Values.Select(PolicyOf).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return PolicyOf(file) is { } policy ? [policy]
            : all.Contains(file.PolicyName) ? [file.PolicyName]
            : [.. all];
    }

    private static void RequireKind(string path)
    {
        if (PolicyCompiler.KindOf(path) is null)
            throw new UsageException("Usage.NotAPolicyFile", path);
    }

    private static string FolderOf(string path) =>
        Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ".";

    private static ImmutableArray<ParsedFile> Sorted(Dictionary<string, ParsedFile> files) =>
        [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static bool IsBelow(ParsedFile file, string folder) =>
        folder is "." || file.Path.StartsWith(folder.TrimEnd('/', '\\'), StringComparison.Ordinal);

    private static string? PolicyOf(ParsedFile file) => file.Kind == PolicyFileKind.Policy ? file.PolicyName : null;

    // A file may lie in a folder with much else, such as that for temporary files: other folders are not its business.
    private static void AddBeside(string path, CommandHost host, Dictionary<string, ParsedFile> files)
    {
        var folder = FolderOf(path);
        if (s_belonging.Contains(Path.GetFileName(Path.GetFullPath(folder, host.Folder)), StringComparer.OrdinalIgnoreCase))
            folder = folder is "." ? ".." : Above(path);
        if (Directory.Exists(Path.GetFullPath(folder, host.Folder)))
            AddFolder(folder, host, files, s_belonging);
    }

    private static void AddFolder(
        string folder, CommandHost host, Dictionary<string, ParsedFile> files, string[]? only = null)
    {
        var full = Path.GetFullPath(folder, host.Folder);
        try
        {
            foreach (var file in Directory.EnumerateFiles(full, "*.y*ml", s_visible))
            {
                var path = Shown(folder, Path.GetFileName(file));
                RefuseShortEnd(path);
                if (PolicyCompiler.KindOf(path) is not null && !files.ContainsKey(path))
                    files.Add(path, PolicyCompiler.Parse(path, PolicyText.Read(file, path)));
            }
            foreach (var below in Directory.EnumerateDirectories(full, "*", s_visible))
                if (only is null
                    ? !s_passedBy.Contains(Path.GetFileName(below), StringComparer.OrdinalIgnoreCase)
                    : only.Contains(Path.GetFileName(below), StringComparer.OrdinalIgnoreCase))
                    AddFolder(Shown(folder, Path.GetFileName(below)), host, files);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("Usage.CannotReadFolder", folder, FileFault.Of(fault));
        }
    }

    // Nobody would miss a policy that is not read: it would promise, and nothing would keep it.
    private static void RefuseShortEnd(string path)
    {
        if (path.EndsWith(ShortEnd, StringComparison.OrdinalIgnoreCase)
            && PolicyCompiler.KindOf(Path.ChangeExtension(path, LongEnd)) is not null)
            throw new UsageException("Usage.ShortEnd", path, ShortEnd, LongEnd, Path.ChangeExtension(path, LongEnd));
    }

    // As the caller would type it: 'policies/shop.policy.yaml', not './policies/...'.
    private static string Shown(string folder, string name) =>
        folder is "." ? name : $"{folder.TrimEnd('/', '\\')}/{name}";

    /// <summary>The nearest folder <c>policies</c> with a policy in it, upward, as the caller would type it.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Nearest(CommandHost host)
    {
        if (Path.GetFileName(host.Folder) == DefaultName && HasPolicy(host.Folder))
            return ".";
        for (var (at, shown) = (host.Folder, DefaultName);
             at is not null;
             (at, shown) = (Path.GetDirectoryName(at), $"../{shown}"))
            if (HasPolicy(Path.Combine(at, DefaultName)))
                return shown;
        throw new UsageException("Usage.NoFolder");
    }

    private static bool HasPolicy(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*" + PolicyEnd, s_visible).Any();

    private static Message? DidYouMean(string path, CommandHost host)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path, host.Folder));
        return Directory.Exists(folder)
            ? Spelling.DidYouMean(
                Path.GetFileName(path),
                Directory.EnumerateFileSystemEntries(folder, "*", s_visible).Select(entry => Path.GetFileName(entry)))
            : null;
    }
}

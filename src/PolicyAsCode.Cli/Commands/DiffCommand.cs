using PolicyAsCode.Cli.Comparing;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Difference;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy diff</c>: what two versions of a policy mean differently, and whether people should be told.</summary>
internal sealed class DiffCommand : PolicyCommand
{
    private const string Between = "..";

    private readonly Argument<string> _old = new("old")
    {
        HelpName = "OLD",
    };
    private readonly Argument<string?> _new = new("new")
    {
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "NEW",
    };
    private readonly Option<string[]> _in = SharedOptions.In();
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly FormatOption _format;

    public DiffCommand(CommandHost host)
        : base("diff", host)
    {
        _format = new(host, "text", "json", "markdown");
        Add(_old);
        Add(_new);
        Add(_in);
        Add(_policy);
        Add(_format);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy diff main", "Branch"),
        new("policy diff main..HEAD --format markdown", "Revisions"),
        new("policy diff policies/published/shop.policy.yaml policies/shop.policy.yaml", "Files"),
    ];

    private protected override int Run(ParseResult call)
    {
        var (old, now) = Sides(call.GetValue(_old)!, call.GetValue(_new), call.GetValue(_in) ?? []);
        var report = new DiffReport(
            [.. Pairs(old, now, call.GetValue(_policy)).Select(pair => Compare(pair.Name, pair.Old, pair.New))],
            Host.Language);
        switch (call.GetValue(_format))
        {
            case "json":
                DiffJson.Write(report, Host);
                break;
            case "markdown":
                DiffMarkdown.Write(report, Host);
                break;
            default:
                DiffText.Write(report, Host);
                break;
        }
        return report.NeedsNewVersion ? ExitCodes.Errors : ExitCodes.Clean;
    }

    private (DiffSide Old, DiffSide New) Sides(string old, string? now, string[] folders)
    {
        if (now is not null)
            return (OnDisk(old), OnDisk(now));
        if (Exists(old))
            throw new UsageException("Usage.OneVersion", old);
        if (folders.Length > 1)
            throw new UsageException("Usage.InOnce");

        var folder = folders.Length == 1 ? folders[0].TrimEnd('/', '\\') : PolicyFolder.Nearest(Host);
        var at = old.IndexOf(Between, StringComparison.Ordinal);
        if (at < 0)
            return (new(GitRevision.Load(old, folder, Host), false), new(PolicyFolder.Load([folder], Host), false));
        var (first, second) = (old[..at], old[(at + Between.Length)..].TrimStart('.'));
        return (
            new(GitRevision.Load(first.Length == 0 ? "HEAD" : first, folder, Host), false),
            new(GitRevision.Load(second.Length == 0 ? "HEAD" : second, folder, Host), false));
    }

    // A published version governs nothing: it is read with the files of the policy that it is a version of.
    private DiffSide OnDisk(string path) =>
        PolicyCompiler.KindOf(path) == PolicyFileKind.Published && File.Exists(Path.GetFullPath(path, Host.Folder))
            ? new(PolicyFolder.Load([PolicyFolder.Above(path)], Host).Only(path, Host), true)
            : new(PolicyFolder.Load([path], Host), false);

    private bool Exists(string path)
    {
        var full = Path.GetFullPath(path, Host.Folder);
        return File.Exists(full) || Directory.Exists(full);
    }

    private static IEnumerable<(string Name, PolicyModel? Old, PolicyModel? New)> Pairs(
        DiffSide old, DiffSide now, string? chosen)
    {
        // Two files that were named are compared whatever the policies are called.
        if (chosen is null && old.Policies.Names.Length == 1 && now.Policies.Names.Length == 1)
            return [(now.Policies.Names[0], old.Model(old.Policies.Names[0]), now.Model(now.Policies.Names[0]))];
        var names = old.Policies.Names.Union(now.Policies.Names).Order(StringComparer.Ordinal).ToArray();
        if (chosen is not null && !names.Contains(chosen, StringComparer.Ordinal))
            throw new UsageException("Usage.NoSuchPolicy", chosen, Spelling.OneOf(chosen, names));
        return names
            .Where(name => chosen is null || name == chosen)
            .Select(name => (name, old.Model(name), now.Model(name)));
    }

    private static ComparedPolicy Compare(string name, PolicyModel? old, PolicyModel? now) =>
        old is null || now is null
            ? new(name, null, IsNew: old is null)
            : new(name, PolicyDifference.Between(old, now));
}

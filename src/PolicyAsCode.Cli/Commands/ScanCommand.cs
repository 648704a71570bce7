using System.Runtime.CompilerServices;
using PolicyAsCode.Cli.Checking;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Scanning;
using PolicyAsCode.Cli.Scanning.Building;
using PolicyAsCode.Cli.Scanning.Projects;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy scan</c>: an existing code base under a policy, with nothing in it changed.</summary>
internal sealed class ScanCommand : PolicyCommand
{
    private readonly Argument<string> _path = new("path");
    private readonly Option<string?> _policy = new("--policy", "-p") { HelpName = "POLICY" };
    private readonly Option<string[]> _bindings = new("--bindings", "-b") { HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _baseline = new("--baseline") { HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _sarif = new("--sarif") { HelpName = "FILE" };
    private readonly Option<bool> _noBuild = new("--no-build");
    private readonly Option<string?> _asOf;

    public ScanCommand(CommandHost host)
        : base("scan", host)
    {
        _asOf = SharedOptions.AsOf(host);
        Add(_path);
        Add(_policy);
        Add(_bindings);
        Add(_baseline);
        Add(_sarif);
        Add(_noBuild);
        Add(_asOf);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy scan . --policy shop", "Built"),
        new("policy scan ../their-code --policy shop.policy.yaml --no-build", "Unbuilt"),
        new("policy scan . --policy shop --bindings legacy.bindings.yaml --sarif scan.sarif", "Sarif"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Exits => [ExitCodes.Clean, ExitCodes.Errors, ExitCodes.Usage, ExitCodes.OwnFailure];

    private protected override int Run(ParseResult call)
    {
        var shown = call.GetValue(_path)!;
        var root = Path.GetFullPath(shown, Host.Folder);
        if (!Directory.Exists(root) && !File.Exists(root))
            throw new UsageException("Scan.NoCode", shown);
        var asOf = call.DayOf(_asOf, Host);
        var policies = Load(call.GetValue(_policy), call.GetValue(_bindings) ?? []);
        var name = policies.Choose(null);
        var compiled = policies.Compile(name, asOf);
        if (compiled.Model is null || compiled.Diagnostics.Any(one => one.Severity == PolicySeverity.Error))
        {
            CheckText.Write(new([name], asOf, compiled.Diagnostics, Host.Language), Host);
            return ExitCodes.Errors;
        }
        var sdk = DotNetSdk.Find();
        sdk.UseItsCompiler();
        return Scan(
            new(Host.Folder, RootOf(root), ShownRootOf(root, shown), policies, name, compiled, asOf, Host.Language)
            {
                Baseline = BaselineOf(call.GetValue(_baseline) ?? []),
            },
            root, shown, call.GetValue(_noBuild), call.GetValue(_sarif), sdk);
    }

    // Apart, so that the compiler's types are looked for only when they can be found.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Scan(ScanRequest request, string path, string shown, bool isUnbuilt, string? sarif, DotNetSdk sdk)
    {
        using var building = isUnbuilt ? null : new BuiltCode(sdk);
        var code = building is null ? new UnbuiltCode(path, sdk).Code : building.Build(path, shown);
        if (code.Projects.IsEmpty && code.Unreadable.IsEmpty)
            throw new UsageException("Scan.NoSources", shown);
        var report = CodeScan.Run(request, code);
        if (sarif is not null)
            WriteSarif(report, sarif);
        ScanText.Write(report, Host);
        return !report.Failures.IsEmpty ? ExitCodes.OwnFailure
            : report.Errors > 0 || !code.BuildErrors.IsEmpty ? ExitCodes.Errors
            : ExitCodes.Clean;
    }

    private LoadedPolicies Load(string? policy, string[] bindings)
    {
        // A path, or the name of one in the nearest folder 'policies', as every other command takes it.
        var isPath = policy is not null
            && (PolicyCompiler.KindOf(policy) is not null || Path.Exists(Path.GetFullPath(policy, Host.Folder)));
        var loaded = PolicyFolder.Load(isPath ? [policy!] : [], Host);
        if (!isPath && policy is not null)
            loaded = loaded with { Names = [loaded.Choose(policy)] };
        var files = loaded.Files.ToDictionary(file => Path.GetFullPath(file.Path, Host.Folder), StringComparer.Ordinal);
        foreach (var path in bindings)
        {
            if (PolicyCompiler.KindOf(path) is not PolicyFileKind.Bindings)
                throw new UsageException("Scan.NoBindings", path);
            var full = Path.GetFullPath(path, Host.Folder);
            if (!File.Exists(full))
                throw new UsageException("Scan.NoCode", path);
            files[full] = PolicyCompiler.Parse(path, PolicyText.Read(full, path));
        }
        return loaded with { Files = [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)] };
    }

    private ScanBaseline? BaselineOf(string[] paths)
    {
        var text = new StringBuilder();
        foreach (var path in paths)
        {
            if (!path.EndsWith(ScanBaseline.Extension, StringComparison.Ordinal))
                throw new UsageException("Scan.NoBaseline", path);
            var full = Path.GetFullPath(path, Host.Folder);
            if (!File.Exists(full))
                throw new UsageException("Scan.NoCode", path);
            text.Append(PolicyText.Read(full, path)).Append('\n');
        }
        return paths.Length == 0 ? null : new(text.ToString());
    }

    private static string RootOf(string path) => File.Exists(path) ? Path.GetDirectoryName(path)! : path;

    private static string ShownRootOf(string path, string shown) =>
        !File.Exists(path) ? shown
        : Path.GetDirectoryName(shown) is { Length: > 0 } folder ? folder.Replace('\\', '/')
        : ".";

    private void WriteSarif(ScanReport report, string path)
    {
        var full = Path.GetFullPath(path, Host.Folder);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, ScanSarif.Of(report));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("Usage.CannotWrite", path, FileFault.Of(fault));
        }
    }
}

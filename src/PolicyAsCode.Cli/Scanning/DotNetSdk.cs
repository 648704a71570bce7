using System.Runtime.Loader;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>
/// The installed SDK, whose compiler a scan runs on: it knows the newest C#, its generators (Razor's among them) load
/// into nothing older, it is compiled ahead of time, and the tool need not ship another.
/// </summary>
/// <param name="Root">The folder with <c>dotnet</c> itself.</param>
/// <param name="Folder">The SDK's own folder.</param>
internal sealed record DotNetSdk(string Root, string Folder)
{
    private const string Compiler = "Microsoft.CodeAnalysis";

    private static int s_isUsed;

    // The oldest SDK whose compiler the analyzers load into.
    private static readonly Version s_oldest = new(9, 0, 300);

    /// <summary>The folders with the reference assemblies of the framework, newest first within each.</summary>
    public IEnumerable<string> ReferencePacks =>
        new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" }.Select(Pack).OfType<string>();

    /// <summary>Razor's generator, and those that come with the framework.</summary>
    public IEnumerable<string> Generators =>
    [
        .. Assemblies(Path.Combine(Folder, "Sdks", "Microsoft.NET.Sdk.Razor", "source-generators")),
        .. ReferencePacks.SelectMany(pack => Assemblies(Path.Combine(pack, "analyzers", "dotnet", "cs"))),
    ];

    /// <summary>The newest SDK that this process can load the compiler of.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static DotNetSdk Find()
    {
        foreach (var root in Roots().Distinct(StringComparer.Ordinal))
            if (Newest(Path.Combine(root, "sdk"), IsSuitable) is { } folder
                && File.Exists(Path.Combine(CompilerIn(folder), Compiler + ".dll")))
                return new(root, folder);
        throw new UsageException("Scan.NoSdk", s_oldest);
    }

    /// <summary>From here on, the compiler's types are those of the SDK; said once a process.</summary>
    public void UseItsCompiler()
    {
        if (Interlocked.Exchange(ref s_isUsed, 1) != 0)
            return;
        var folder = CompilerIn(Folder);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name is { } simple && simple.StartsWith(Compiler, StringComparison.Ordinal)
                && Path.Combine(folder, simple + ".dll") is var path && File.Exists(path)
                ? context.LoadFromAssemblyPath(path)
                : null;
    }

    /// <summary>The program <c>dotnet</c>.</summary>
    public string Program => Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private static string CompilerIn(string folder) => Path.Combine(folder, "Roslyn", "bincore");

    private static IEnumerable<string> Roots()
    {
        // shared/Microsoft.NETCore.App/10.0.1 of the runtime that this process runs on.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        if (Path.GetFullPath(Path.Combine(runtime ?? "", "..", "..", "..")) is var own && !string.IsNullOrEmpty(runtime))
            yield return own;
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } named)
            yield return named;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            if (folder.Length > 0 && Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet") is var program
                && File.Exists(program))
                yield return Path.GetDirectoryName(
                    File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!;
    }

    // A newer SDK's compiler may need a newer runtime than this process has.
    private static bool IsSuitable(Version version) =>
        version >= s_oldest && version.Major <= Environment.Version.Major;

    private string? Pack(string name) =>
        Newest(Path.Combine(Root, "packs", name), version => version.Major <= Environment.Version.Major);

    private static string? Newest(string folder, Func<Version, bool> isSuitable) =>
        !Directory.Exists(folder) ? null : Directory.EnumerateDirectories(folder)
            .Select(path => (Path: path, Version: VersionOf(Path.GetFileName(path))))
            .Where(one => one.Version is not null && isSuitable(one.Version))
            .OrderByDescending(one => one.Version)
            .Select(one => one.Path)
            .FirstOrDefault();

    // Previews (10.0.100-rc.1) are passed by: their compiler may differ from the one that is released.
    private static Version? VersionOf(string name) => Version.TryParse(name, out var version) ? version : null;

    private static IEnumerable<string> Assemblies(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal)
            : [];
}

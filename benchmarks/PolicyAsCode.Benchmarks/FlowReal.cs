using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Language;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// A whole program that nobody here wrote, under a full policy: what our analyzers add to what the compiler takes for it.
/// Bar: at most 5 % of the compiler's own time, and no more than the SDK's own flow rules (CA3001 to CA3012) add. All of its
/// files are one compilation against what this process runs on, so that no package has to restore; what then does not
/// bind is counted.
/// </summary>
internal static class FlowReal
{
    /// <param name="folder">The program.</param>
    /// <param name="policies">The policy and its bindings.</param>
    /// <param name="runs">How often each is measured.</param>
    /// <param name="beside">
    /// What ours is measured beside: <c>ours</c> nothing but the compiler, <c>build</c> also the analyzers that the SDK runs
    /// in every build, <c>flow</c> the compiler, and the SDK's flow rules for comparison, which take longer than all else,
    /// <c>sonar</c> and <c>scan</c> the compiler, and for comparison what SonarAnalyzer or SecurityCodeScan switch on.
    /// </param>
    /// <param name="findings">Where what we find is written, a line each; null where nobody asks.</param>
    public static void Run(string folder, string policies, int runs, string beside, string? findings)
    {
        RequireClean(policies);
        var trees = Trees(folder);
        Console.WriteLine($"{trees.Length:N0} files, {trees.Sum(tree => tree.GetText().Lines.Count):N0} lines");
        Console.WriteLine($"{Errors(Create(trees)):N0} errors of binding (packages that are not here); parsed anew in each run, nothing emitted");

        List<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> measured = beside == "build"
            ?
            [
                ($"with the SDK's {SdkAnalyzers.OfABuild.Length}", SdkAnalyzers.OfABuild),
                ("and all of ours", [.. SdkAnalyzers.OfABuild, .. FlowCode.Ours]),
            ]
            : [("an empty analyzer", [new EmptyAnalyzer()]), ("all of ours", FlowCode.Ours)];
        if (beside == "flow")
            measured.Add(("CA3001 to CA3012", SdkAnalyzers.Flow));
        if (beside == "sonar")
            measured.Add(("SonarAnalyzer", PeerAnalyzers.Sonar));
        if (beside == "scan")
            measured.Add(("SecurityCodeScan", PeerAnalyzers.SecurityCodeScan));
        var costs = measured.ConvertAll(_ => new List<Cost>());
        ImmutableArray<string> found = [];
        for (var run = -1; run < runs; run++)
            for (var i = 0; i < measured.Count; i++)
            {
                // Trees that an earlier run has parsed would hide the parser's work, and what we keep by tree.
                var (cost, diagnostics) = Cost.Of(() => FlowCode.AnalyzeAll(
                    Create(Trees(folder)), measured[i].Analyzers, FlowCode.Options(Directory.EnumerateFiles(policies, "*.yaml")),
                    asABuild: beside is "build" or "sonar" or "scan"));
                if (run >= 0)
                    costs[i].Add(cost);
                if (i == 1)
                    found = Ours(diagnostics, folder);
            }

        Console.WriteLine($"{found.Length:N0} findings of ours; medians of {runs}, processor time");
        for (var i = 0; i < measured.Count && runs > 0; i++)
            Cost.Print(measured[i].Name, costs[i], costs[0]);
        if (findings is not null)
            File.WriteAllLines(findings, found);
    }

    private static ImmutableArray<string> Ours(ImmutableArray<Diagnostic> diagnostics, string folder) =>
    [
        .. diagnostics.Where(one => one.Id.StartsWith("PAC", StringComparison.Ordinal))
            .Select(one => $"{one.Id} {one.Location} {one.Severity} {one.GetMessage(CultureInfo.InvariantCulture)} {string.Join(" ", one.AdditionalLocations)}"
                .Replace(folder, "", StringComparison.Ordinal).ReplaceLineEndings(" "))
            .Order(StringComparer.Ordinal),
    ];

    // A policy with a mistake switches every rule about code off: their cost would be measured as nothing.
    private static void RequireClean(string policies)
    {
        var files = Directory.EnumerateFiles(policies, "*.yaml").Select(path => PolicyCompiler.Parse(path, File.ReadAllText(path)));
        if (PolicyCompiler.Compile(files, null, null).Diagnostics.FirstOrDefault(one => one.Severity == PolicySeverity.Error) is { } mistake)
            throw new InvalidOperationException($"{mistake.Location}: {mistake.Id}");
    }

    private static int Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Count(one => one.Severity == DiagnosticSeverity.Error);

    internal static ImmutableArray<SyntaxTree> Trees(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path[folder.Length..].Split(Path.DirectorySeparatorChar)
                .Any(part => part is "obj" or "bin" or "tests" or "test" or "fuzz"))
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new(LanguageVersion.Preview), path)),
    ];

    internal static CSharpCompilation Create(ImmutableArray<SyntaxTree> trees) =>
        CSharpCompilation.Create("Program", trees, References, SyntheticShop.Options);

    // Without our own assemblies: what they declare is not this program's.
    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("PolicyAsCode", StringComparison.Ordinal)
                && Path.GetFileNameWithoutExtension(path) != nameof(SweptShop))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}

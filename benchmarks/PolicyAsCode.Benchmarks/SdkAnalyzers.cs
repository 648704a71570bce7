using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Benchmarks;

/// <summary>The analyzers that come with the SDK on which this runs: the reference of what a flow rule may cost.</summary>
internal static class SdkAnalyzers
{
    private static readonly string[] s_flow = [.. Enumerable.Range(3001, 12).Select(number => $"CA{number}")];

    /// <summary>CA3001 to CA3012: data that reaches SQL, files, processes, pages.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Flow { get; } =
        [.. Load().Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => s_flow.Contains(rule.Id)))];

    /// <summary>What runs in every build that changes no setting: all that warn by themselves.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> OfABuild { get; } =
    [
        .. Load().Where(analyzer => analyzer.SupportedDiagnostics.Any(rule =>
            rule.IsEnabledByDefault && rule.DefaultSeverity >= DiagnosticSeverity.Warning)),
    ];

    private static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        var sdks = Path.GetFullPath(Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk"));
        var newest = Directory.GetDirectories(sdks).OrderByDescending(path => path, StringComparer.Ordinal).First();
        var folder = Path.Combine(newest, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        return
        [
            .. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
                .SelectMany(name => FlowCode.Of(Assembly.LoadFrom(Path.Combine(folder, name)))),
        ];
    }
}

using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>All rules about code, as a compiler would load them.</summary>
internal static class Rules
{
    /// <summary>One of each, by name.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All() =>
    [
        .. typeof(PolicyRule).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type)
                && !typeof(DiagnosticSuppressor).IsAssignableFrom(type)
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}

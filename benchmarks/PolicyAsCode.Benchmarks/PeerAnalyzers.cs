using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Benchmarks;

/// <summary>Others' analyzers that follow data, as their packages switch them on: SonarAnalyzer and SecurityCodeScan.</summary>
internal static class PeerAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Sonar => Of("Sonar", "SonarAnalyzer.CSharp");

    public static ImmutableArray<DiagnosticAnalyzer> SecurityCodeScan => Of("SecurityCodeScan", "SecurityCodeScan.VS2019");

    private static ImmutableArray<DiagnosticAnalyzer> Of(string folder, string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Peers", folder);
        return FlowCode.Of(new Peer(path).LoadFromAssemblyPath(Path.Combine(path, assembly + ".dll")));
    }

    // What a peer brings is its own; the compiler is everybody's.
    private sealed class Peer(string folder) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName name)
        {
            var path = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}

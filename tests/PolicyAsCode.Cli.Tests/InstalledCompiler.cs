using System.Runtime.CompilerServices;
using PolicyAsCode.Cli.Scanning;

namespace PolicyAsCode.Cli.Tests;

/// <summary>Tests read sources, and scan them, by the compiler of the SDK, as the tool does.</summary>
internal static class InstalledCompiler
{
    [ModuleInitializer]
    internal static void Use() => DotNetSdk.Find().UseItsCompiler();
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>What tested code is compiled with: what this process runs on, without the tools themselves.</summary>
public static class TestReferences
{
    /// <summary>The language; Roslyn 4.14 reads C# 14 only as a preview.</summary>
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Preview);

    /// <summary>The assemblies.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && !name.StartsWith("xunit", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && !name.StartsWith("PolicyAsCode.Analyzers", StringComparison.Ordinal)
                && !name.StartsWith("PolicyAsCode.Language", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}

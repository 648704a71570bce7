using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>
/// Compiles what a test wrote, against what this process runs on (ASP.NET Core and EF Core included).
/// </summary>
public static class TestCompilation
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using PolicyAsCode;
        """;

    /// <summary>Compiles; fails the test where the code does not compile by itself.</summary>
    public static CSharpCompilation Create(
        IEnumerable<(string Path, string Content)> sources, bool isProgram, IEnumerable<MetadataReference>? more = null,
        string name = "Tested")
    {
        var compilation = Compile(sources, isProgram, more, name);
        var errors = compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, "The tested code does not compile:\n" + string.Join("\n", errors));
        return compilation;
    }

    /// <summary>Compiles a library, to be referred to.</summary>
    public static MetadataReference Library(string source)
    {
        using var image = new MemoryStream();
        var emitted = Compile([("Library.cs", source)], isProgram: false, more: null, "Acme").Emit(image);
        Assert.True(emitted.Success, "The library does not compile:\n" + string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>Code as it is while somebody types: it need not compile.</summary>
    public static CSharpCompilation CreateBroken(string source) =>
        Compile([("Typing.cs", source)], isProgram: false, more: null, "Tested");

    private static CSharpCompilation Compile(
        IEnumerable<(string Path, string Content)> sources, bool isProgram, IEnumerable<MetadataReference>? more, string name) =>
        CSharpCompilation.Create(
            name,
            sources.Append(("GlobalUsings.cs", GlobalUsings))
                .Select(source => CSharpSyntaxTree.ParseText(source.Item2, TestReferences.Parsing, source.Item1)),
            more is null ? TestReferences.All : TestReferences.All.AddRange(more),
            new(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
}

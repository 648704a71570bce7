using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyAsCode.Build.Tests;

/// <summary>Generated terms as the compiler sees them.</summary>
internal static class CompiledTerms
{
    private static readonly CSharpParseOptions Documented =
        CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Diagnose);

    public static CSharpCompilation Compile(
        string name, IEnumerable<string> sources, params CSharpCompilation[] references)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, Documented)),
            framework.Concat(references.Select(reference => (MetadataReference)MetadataReference.CreateFromImage(Emit(reference)))),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Everything that the compiler has to say, warnings included.</summary>
    public static IReadOnlyList<string> Complaints(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning)
            .Select(found => found.ToString())];

    /// <summary>All constants of the compiled terms: their full name and value.</summary>
    public static IReadOnlyDictionary<string, string> Constants(CSharpCompilation compilation)
    {
        var context = new AssemblyLoadContext("terms", isCollectible: true);
        try
        {
            using var image = new MemoryStream(Emit(compilation));
            return context.LoadFromStream(image).GetTypes()
                .Where(type => type.FullName!.StartsWith("PolicyAsCode.", StringComparison.Ordinal))
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
                .ToDictionary(
                    field => $"{field.DeclaringType!.FullName!["PolicyAsCode.".Length..].Replace('+', '.')}.{field.Name}",
                    field => (string)field.GetRawConstantValue()!);
        }
        finally
        {
            context.Unload();
        }
    }

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }
}

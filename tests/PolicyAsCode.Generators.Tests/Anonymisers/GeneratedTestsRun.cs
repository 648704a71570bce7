using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PolicyAsCode.Generators.Tests.Anonymisers;

/// <summary>A test project in memory: what the generator writes into it is compiled, and its tests are run.</summary>
internal static class GeneratedTestsRun
{
    public const string Passed = "passed";

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    /// <summary>What became of each generated test, by its name: passed, why it was skipped, or how it failed.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ResultsAsync(
        string source, string? bindings = null, string language = "en", string policy = "shop", byte[]? library = null)
    {
        var output = Generate(source, bindings, language, policy, library: library);
        using var assembly = new MemoryStream();
        var emitted = output.Emit(assembly);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        var results = new Dictionary<string, string>(StringComparer.Ordinal);
        var loaded = new AssemblyLoadContext(null, isCollectible: true);
        if (library is not null)
            loaded.LoadFromStream(new MemoryStream(library));
        var tests = loaded.LoadFromStream(new MemoryStream(assembly.ToArray()))
            .GetType("PolicyAsCode.GeneratedTests.AnonymiserTests", throwOnError: true)!;
        foreach (var test in tests.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null))
            results.Add(test.Name, await ResultAsync(test));
        return results;
    }

    /// <summary>The project with what was generated.</summary>
    public static Compilation Generate(
        string source, string? bindings = null, string language = "en", string policy = "shop", bool asked = true,
        bool hasXunit = true, byte[]? library = null)
    {
        var files = new List<AdditionalText> { new MemoryText("/repo/policies/shop.policy.yaml", Running.SmallShop.Policy) };
        if (bindings is not null)
            files.Add(new MemoryText("/repo/policies/shop.bindings.yaml", bindings));
        var references = hasXunit
            ? s_references
            : s_references.Where(one => !Path.GetFileName(one.Display!).StartsWith("xunit", StringComparison.OrdinalIgnoreCase));
        var compilation = Compile("Shop.Tests", source, library is null ? references : references.Append(MetadataReference.CreateFromImage(library)));
        var driver = CSharpGeneratorDriver.Create(
            [new AnonymiserTestsGenerator().AsSourceGenerator()], files, s_parsing, new Options(asked, policy, language));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var said);
        Assert.Empty(said);
        return output;
    }

    /// <summary>A library that a test project references.</summary>
    public static byte[] Library(string source)
    {
        using var assembly = new MemoryStream();
        var emitted = Compile("Shop", source, s_references).Emit(assembly);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return assembly.ToArray();
    }

    private static CSharpCompilation Compile(string name, string source, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(
                """
                global using System; global using System.Collections.Generic; global using System.Linq; global using System.Text;
                global using System.Threading; global using System.Threading.Tasks; global using System.Security.Cryptography;
                global using PolicyAsCode;
                """, s_parsing),
             CSharpSyntaxTree.ParseText(source, s_parsing, name + ".cs")],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static async Task<string> ResultAsync(MethodInfo test)
    {
        if (test.GetCustomAttribute<FactAttribute>()!.Skip is { } why)
            return why;
        try
        {
            await (Task)test.Invoke(Activator.CreateInstance(test.DeclaringType!), null)!;
            return Passed;
        }
        catch (Xunit.Sdk.TrueException failed)
        {
            return failed.Message;
        }
    }

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(bool asked, string policy, string language) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(new()
        {
            ["build_property.PolicyAsCodeAnonymiserTests"] = asked ? "True" : "",
            ["build_property.PrivacyPolicy"] = policy,
            ["build_property.PolicyAsCodeLanguage"] = language,
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Global(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}

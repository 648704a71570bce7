using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PolicyAsCode.Generators.Tests.Running;

/// <summary>A project in memory under the generator, edited and run again as an editor does.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    /// <summary>What the project compiles against: the assemblies that this process itself may load.</summary>
    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    private GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, Compilation compilation) =>
        (_driver, Compilation) = (driver, compilation);

    public Compilation Compilation { get; private set; }

    public Compilation Output { get; private set; } = null!;

    public GeneratorRunResult Result { get; private set; }

    /// <summary>The generated operations; null where there are none.</summary>
    public string? Code => File("Privacy.g.cs");

    /// <summary>The generated rights; null where there are none.</summary>
    public string? Rights => File("Privacy.Rights.g.cs");

    /// <summary>The generated file whose name ends so; null where there is none.</summary>
    public string? File(string ending) => Result.GeneratedSources
        .Where(source => source.HintName.EndsWith(ending, StringComparison.Ordinal))
        .Select(source => source.SourceText.ToString()).SingleOrDefault();

    public static GeneratorRun Start(string source, string policy, string? bindings = null, string? name = "shop", string? vocabulary = null,
        bool proofs = false, Func<MetadataReference, bool>? sees = null, MetadataReference? library = null)
    {
        var files = new List<AdditionalText> { new MemoryText("/home/somebody/repo/policies/shop.policy.yaml", policy) };
        if (bindings is not null)
            files.Add(new MemoryText("/home/somebody/repo/policies/shop.bindings.yaml", bindings));
        if (vocabulary is not null)
            files.Add(new MemoryText("/home/somebody/repo/policies/shop.vocabulary.yaml", vocabulary));
        var compilation = CSharpCompilation.Create(
            "Shop",
            [Parse("Shop.cs", source), Parse("Unrelated.cs", "class Unrelated { int M() => 1; }")],
            References.Where(sees ?? (_ => true)).Concat(library is null ? [] : [library]),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var run = new GeneratorRun(
            CSharpGeneratorDriver.Create(
                [new PrivacyOperationsGenerator().AsSourceGenerator()], files, Parsing, new Options(name, proofs),
                new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true)),
            compilation);
        run.Run();
        return run;
    }

    /// <summary>What an analyzer says of the project and of what was generated for it.</summary>
    public Task<ImmutableArray<Diagnostic>> FindingsAsync(DiagnosticAnalyzer analyzer, string policy) =>
        Output.WithAnalyzers(
            [analyzer],
            new AnalyzerOptions([new MemoryText("/home/somebody/repo/policies/shop.policy.yaml", policy)], new Options("shop", false)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    /// <summary>Puts another text into a file, and runs again.</summary>
    public void Edit(string file, string source)
    {
        var tree = Compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        Compilation = Compilation.ReplaceSyntaxTree(tree, Parse(file, source));
        Run();
    }

    /// <summary>Puts another text into the policy, and runs again.</summary>
    public void EditPolicy(string policy)
    {
        _driver = _driver.ReplaceAdditionalTexts([new MemoryText("/home/somebody/repo/policies/shop.policy.yaml", policy)]);
        Run();
    }

    /// <summary>Why each output of a step is what it is.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string step) =>
        Outputs(step).Select(output => output.Reason);

    /// <summary>What a step gave.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        Result.TrackedSteps[step].SelectMany(run => run.Outputs);

    /// <summary>Runs again with nothing changed.</summary>
    public void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        Output = output;
        Result = _driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
        Assert.Empty(Result.Diagnostics);
    }

    private static SyntaxTree Parse(string file, string source) => CSharpSyntaxTree.ParseText(source, Parsing, file);

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options(string? policy, bool proofs) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(policy, proofs);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Global(string? policy, bool proofs) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key == "build_property.PolicyAsCodeProofs" ? "true" : policy ?? "";
            return key == "build_property.PolicyAsCodeProofs" ? proofs : key == "build_property.PrivacyPolicy" && policy is not null;
        }
    }
}

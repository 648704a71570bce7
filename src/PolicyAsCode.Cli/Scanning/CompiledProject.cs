using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>A project as the compiler sees it, with what its generators wrote.</summary>
/// <param name="Project">What it was made of.</param>
/// <param name="Compilation">The code.</param>
/// <param name="Errors">Errors of syntax and binding.</param>
/// <param name="PagesPassedBy">Pages that no generator turned into code.</param>
internal sealed record CompiledProject(CodeProject Project, Compilation Compilation, int Errors, int PagesPassedBy)
{
    private const string OwnFile = "GlobalUsings.g.cs";

    /// <summary>Compiles it, in memory.</summary>
    /// <param name="project">What is compiled.</param>
    /// <param name="options">What generators are told.</param>
    /// <param name="used">The projects that it uses, compiled before it.</param>
    /// <param name="assemblies">Assemblies that other projects of the code base make: replaced by those.</param>
    /// <param name="references">Assemblies that were read before.</param>
    /// <param name="generators">Generators that were loaded before.</param>
    public static CompiledProject Of(
        CodeProject project, ScanOptions options, IReadOnlyCollection<CompiledProject> used, IReadOnlySet<string> assemblies,
        Dictionary<string, MetadataReference> references, GeneratorAssemblies generators)
    {
        var parsing = Parsing(project);
        var trees = project.Sources.Where(File.Exists).AsParallel().AsOrdered()
            .Select(path => CSharpSyntaxTree.ParseText(TextOfFile.Read(path), parsing, path)).ToList();
        if (project.GeneratedSource.Length > 0)
            trees.Add(CSharpSyntaxTree.ParseText(
                SourceText.From(project.GeneratedSource, Encoding.UTF8), parsing, OwnFile));
        Compilation compilation = CSharpCompilation.Create(
            project.Assembly,
            trees,
            [
                // What a used project's packages bring reaches this one too; each assembly once, the nearest first.
                .. project.References.Concat(used.SelectMany(other => other.Project.References))
                    .DistinctBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
                    .Where(path => !assemblies.Contains(Path.GetFileNameWithoutExtension(path)))
                    .Select(path => Reference(path, references)),
                .. used.Select(other => other.Compilation.ToMetadataReference()),
            ],
            new CSharpCompilationOptions(
                project.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: Enum.TryParse<NullableContextOptions>(project.Nullable, ignoreCase: true, out var nullable)
                    ? nullable
                    : NullableContextOptions.Disable,
                // A missing reference of a reference is no reason to stop.
                specificDiagnosticOptions: ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1701", ReportDiagnostic.Suppress)));

        var pages = project.AdditionalFiles.Where(IsPage).ToList();
        CSharpGeneratorDriver.Create(
                generators.In(project.Generators),
                project.AdditionalFiles.Where(File.Exists).Select(path => new TextOfFile(path, () => TextOfFile.Read(path))),
                parsing, options)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        // A page is code where its line is mapped from some generated tree; the generator names the tree after it.
        var made = compilation.SyntaxTrees.Skip(trees.Count).Select(tree => Path.GetFileName(tree.FilePath)).ToList();
        return new(
            project,
            compilation,
            compilation.GetDiagnostics().Count(one => one.Severity == DiagnosticSeverity.Error),
            pages.Count(page => !made.Any(name => name.Contains(Generated(page), StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>Whether a file is a page or a component.</summary>
    public static bool IsPage(string path) =>
        path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase);

    // Razor's generator writes Index.cshtml as …Index_cshtml.g.cs.
    private static string Generated(string page) => Path.GetFileName(page).Replace('.', '_');

    private static CSharpParseOptions Parsing(CodeProject project) =>
        new(
            LanguageVersionFacts.TryParse(project.LanguageVersion, out var version) ? version : LanguageVersion.Default,
            DocumentationMode.None,
            SourceCodeKind.Regular,
            project.Defined);

    private static MetadataReference Reference(string path, Dictionary<string, MetadataReference> known)
    {
        if (!known.TryGetValue(path, out var reference))
            known.Add(path, reference = MetadataReference.CreateFromFile(path));
        return reference;
    }
}

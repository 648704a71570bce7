using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyAsCode.Language;

namespace PolicyAsCode.Samples.Tests.Breaking;

/// <summary>
/// A sample as its own build compiles it: its sources, the constants that its build wrote, its policy files, read once. To break
/// it, take <see cref="Whole"/> and change one thing.
/// </summary>
internal sealed class Sample
{
    /// <summary>The day on which policies are judged: after they took effect, before any of their reviews.</summary>
    public const string Today = "2026-11-22";

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !IsTool(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Lazy<Broken> _whole;

    public Sample(string project, string policy) =>
        (Project, Policy, _whole) = (project, policy, new(Read));

    public static Sample BotBelanja { get; } = new("BotBelanja", "botbelanja");

    public static Sample Alpokat { get; } = new("Alpokat", "alpokat");

    public static Sample OChat { get; } = new("OChat", "ochat");

    public static Sample JovaPos { get; } = new("JovaPos", "jova-pos");

    public static Sample Ocis { get; } = new("Ocis", "ocis");

    /// <summary>Debug or Release: what is tested is what is built.</summary>
    public static string Configuration { get; } =
        typeof(Sample).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The folder and assembly of the sample.</summary>
    public string Project { get; }

    /// <summary>The policy that governs it.</summary>
    public string Policy { get; }

    /// <summary>The sample as it is.</summary>
    public Broken Whole => _whole.Value;

    /// <summary>What its build is given.</summary>
    public string ProjectFile => Path.Combine(Folder, Project + ".csproj");

    /// <summary>What its build wrote.</summary>
    public string Assembly => Path.Combine(Folder, "bin", Configuration, "net10.0", Project + ".dll");

    private string Folder => Repository.PathOf(Path.Combine("samples", Project));

    /// <summary>A file of the sample, or one that is added to it, as the compiler reads it.</summary>
    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, s_parsing, path);

    /// <summary>The files of the folder <c>Violations/</c>, which no build compiles unless it is asked to.</summary>
    public IReadOnlyList<(string Path, string Text)> Violations() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "Violations"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(path => (Relative(path), File.ReadAllText(path)))];

    /// <summary>Whether the file lies in the sample's folder.</summary>
    public bool Holds(string path) => path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The file as the sample's tests name it: Data/Order.cs.</summary>
    public string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    private Broken Read()
    {
        var sources = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => Relative(path).Split('/')[0] is not ("obj" or "bin" or "Violations"));
        var written = new[] { Project + ".GlobalUsings.g.cs", "PolicyTerms.g.cs" }
            .Select(name => Path.Combine(Folder, "obj", Configuration, "net10.0", name));
        var compilation = CSharpCompilation.Create(
            Project,
            sources.Concat(written).Order(StringComparer.Ordinal).Select(path => Parse(Relative(path), File.ReadAllText(path))),
            s_references,
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return new(this, compilation, PolicyFiles());
    }

    /// <summary>What the check of a build reads: the files of this policy, and the vocabulary of all.</summary>
    private ImmutableDictionary<string, string> PolicyFiles()
    {
        var folder = Repository.PathOf("policies");
        return Directory.EnumerateFiles(folder, "*.yaml")
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "published"), "*.yaml"))
            .Where(path => PolicyCompiler.KindOf(path) is PolicyFileKind.Vocabulary
                || Path.GetFileName(path).StartsWith(Policy + ".", StringComparison.Ordinal))
            .ToImmutableDictionary(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText);
    }

    private static bool IsTool(string name) =>
        name.StartsWith("xunit", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        || name is "PolicyAsCode.Analyzers.dll" or "PolicyAsCode.Generators.dll" or "PolicyAsCode.Language.dll"
            or "PolicyAsCode.Samples.Tests.dll";
}

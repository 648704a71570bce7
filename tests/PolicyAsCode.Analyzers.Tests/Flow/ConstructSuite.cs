using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Rules.Declarations;
using PolicyAsCode.Analyzers.Rules.Protection;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>
/// The annotated cases of <c>Flow/Constructs</c>, a file a construct. A case begins with <c>//# name</c> (members of a
/// class) or <c>//+ name</c> (types), marks each leak, and holds its clean twin; <c>//#?</c> and <c>//+?</c> begin a known
/// limit, which <c>docs/limits.md</c> names. All are compiled together: a thousand snippets for the price of one.
/// </summary>
public sealed partial class ConstructSuite
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Diagnostics;
        global using System.IO;
        global using System.Linq;
        global using System.Text;
        global using System.Text.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.Logging;
        global using PolicyAsCode;
        """;

    private readonly CSharpCompilation _compilation;

    private ConstructSuite(ImmutableArray<ConstructCase> cases, CSharpCompilation compilation) =>
        (Cases, _compilation) = (cases, compilation);

    /// <summary>All cases, by construct.</summary>
    public ImmutableArray<ConstructCase> Cases { get; }

    /// <summary>All cases, compiled together.</summary>
    public CSharpCompilation Compilation => _compilation;

    /// <summary>Reads and compiles the cases of a folder.</summary>
    /// <exception cref="InvalidOperationException">A case does not compile.</exception>
    public static ConstructSuite Read(string folder)
    {
        var files = Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).ToList();
        var shared = files.Single(file => Path.GetFileName(file) == "_Shop.cs");
        var cases = files.Where(file => file != shared).SelectMany(Cut).ToImmutableArray();
        var compilation = CSharpCompilation.Create(
            "Constructs",
            cases.Select(one => (one.Path, one.Code))
                .Append(("_Shop.cs", File.ReadAllText(shared))).Append(("_Usings.cs", Usings))
                .Select(source => CSharpSyntaxTree.ParseText(source.Item2, TestReferences.Parsing, source.Item1)),
            TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0
            ? new(cases, compilation)
            : throw new InvalidOperationException("Cases do not compile:\n" + string.Join("\n", errors));
    }

    /// <summary>What the rules find in each case.</summary>
    /// <param name="concurrent">Whether analyzers run beside each other, as in a build.</param>
    public async Task<ILookup<string, ConstructFinding>> FindAsync(bool concurrent = true)
    {
        var options = new CompilationWithAnalyzersOptions(
            new([new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)],
                new TestOptions(new Dictionary<string, string>())),
            onAnalyzerException: null, concurrentAnalysis: concurrent, logAnalyzerExecutionTime: false);
        // A compilation of its own a run, so that nothing is known of the run before.
        var found = await _compilation.Clone()
            .WithAnalyzers(Rules, options)
            .GetAnalyzerDiagnosticsAsync();
        return Findings(found);
    }

    /// <summary>The rules that cases are about.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } =
        [new PersonalDataLoggedRule(), new PersonalDataInExceptionRule(), new StoredUndeclaredRule()];

    /// <summary>Findings by the path of their case.</summary>
    public static ILookup<string, ConstructFinding> Findings(IEnumerable<Diagnostic> found) => found
        .Select(one => new ConstructFinding(
            one.Id, one.Location.SourceTree?.FilePath ?? "", one.Location.SourceSpan,
            one.Location.GetLineSpan().StartLinePosition.Line, one.GetMessage()))
        .ToLookup(one => one.Path, StringComparer.Ordinal);

    private static IEnumerable<ConstructCase> Cut(string file)
    {
        var construct = Path.GetFileNameWithoutExtension(file);
        var text = File.ReadAllText(file);
        var heads = Head().Matches(text);
        for (var i = 0; i < heads.Count; i++)
        {
            var start = heads[i].Index + heads[i].Length;
            var body = text[start..(i + 1 < heads.Count ? heads[i + 1].Index : text.Length)];
            var scope = $"namespace Constructs.{construct}Of.Case{i + 1};";
            var code = heads[i].Groups["kind"].Value == "+"
                ? scope + body
                : scope + " public partial class Case { static readonly ILogger log = null!; " + body + "}";
            var path = $"{construct}/{heads[i].Groups["name"].Value.Trim()}";
            var (unmarked, marks) = Markup.Read(path, code);
            yield return new(construct, path, heads[i].Groups["limit"].Length > 0, unmarked, [.. marks]);
        }
    }

    [GeneratedRegex(@"^//(?<kind>[#+])(?<limit>\?)? (?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex Head();
}

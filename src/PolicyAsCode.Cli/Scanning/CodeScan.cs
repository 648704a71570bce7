using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>
/// Runs the rules over projects, those first that others use. The only door from the command to the compiler's types: no
/// other command touches this folder, so that none loads them.
/// </summary>
internal static class CodeScan
{
    private const string Crash = "AD0001";
    private const string OwnFailure = "PAC9004";
    private const string Waived = "PolicyAsCode.Waived";
    private const string Accepted = "privacyBaseline";

    /// <summary>Looks for whatever the policy forbids.</summary>
    public static ScanReport Run(ScanRequest request, ScannedCode code)
    {
        ImmutableArray<AdditionalText> policy = [.. PolicyTexts(request)];
        var references = new Dictionary<string, MetadataReference>(StringComparer.Ordinal);
        var generators = new GeneratorAssemblies();
        var compiled = new Dictionary<string, CompiledProject>(StringComparer.Ordinal);
        var assemblies = code.Projects.Select(project => project.Assembly).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var held = new HashSet<string>(StringComparer.Ordinal);
        var bound = new BoundPlaces(request.Compiled.Bindings);
        var found = new HashSet<ScanFinding>(ScanFindingComparer.Instance);
        var failures = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var project in InOrder(code.Projects))
        {
            var options = new ScanOptions(project, request);
            var one = CompiledProject.Of(
                project, options, Used(project, compiled), assemblies, references, generators);
            compiled[project.Path] = one;
            var analysed = new AnalyzerOptions(policy, options);
            held.UnionWith(DeclaredCategories.In(one.Compilation, analysed, CancellationToken.None));
            bound.Visit(one.Compilation);
            foreach (var diagnostic in Analyse(one.Compilation, analysed))
                if (diagnostic.Id is Crash or OwnFailure)
                    failures.Add($"{project.Name}: {diagnostic.GetMessage(CultureInfo.InvariantCulture).Split('\n')[0].TrimEnd('\r')}");
                else
                    found.Add(Finding(diagnostic));
        }
        return new()
        {
            Request = request,
            Code = code,
            Found =
            [
                .. found.Concat(Vacuous.In(request, held, bound))
                    .OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal)
                    .ThenBy(one => one.Message, StringComparer.Ordinal),
            ],
            Files = code.Projects.SelectMany(project => project.Sources.Concat(project.AdditionalFiles.Where(CompiledProject.IsPage)))
                .Distinct(StringComparer.Ordinal).Count(),
            Unbound = [.. compiled.Values.Where(one => one.Errors > 0).Select(one => (one.Project.Name, one.Errors))
                .OrderBy(one => one.Name, StringComparer.Ordinal)],
            PagesPassedBy = compiled.Values.Sum(one => one.PagesPassedBy),
            Failures = [.. failures],
        };
    }

    private static ImmutableArray<Diagnostic> Analyse(Compilation compilation, AnalyzerOptions options) =>
        compilation.WithAnalyzers(
                Rules.All(),
                new CompilationWithAnalyzersOptions(
                    options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false,
                    // What somebody suppresses in code is found all the same: only the policy silences a policy.
                    reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static IEnumerable<AdditionalText> PolicyTexts(ScanRequest request)
    {
        foreach (var file in request.Policies.Files)
            if (file.Kind is PolicyFileKind.Policy or PolicyFileKind.Bindings or PolicyFileKind.Vocabulary or PolicyFileKind.Law)
                yield return new TextOfFile(file.Path, () => SourceText.From(
                    PolicyText.Read(Path.GetFullPath(file.Path, request.Folder), file.Path), Encoding.UTF8));
        if (request.Baseline is { Text: var accepted })
            yield return new TextOfFile($"scan{ScanBaseline.Extension}", () => SourceText.From(accepted, Encoding.UTF8));
        var day = PolicyDates.LastPassed(request.Compiled.Model!, request.AsOf).ToString();
        yield return new TextOfFile($"{request.Policy}.policy-dates", () => SourceText.From(day, Encoding.UTF8));
    }

    // Depth first; a circle of projects, which no build accepts, ends where it began.
    private static List<CodeProject> InOrder(ImmutableArray<CodeProject> projects)
    {
        var byPath = projects.ToLookup(project => project.Path, StringComparer.Ordinal);
        var ordered = new List<CodeProject>();
        var seen = new HashSet<CodeProject>(ReferenceEqualityComparer.Instance);
        foreach (var project in projects.OrderBy(project => project.Path, StringComparer.Ordinal))
            Visit(project);
        return ordered;

        void Visit(CodeProject project)
        {
            if (!seen.Add(project))
                return;
            foreach (var used in project.Projects.SelectMany(path => byPath[path]))
                Visit(used);
            ordered.Add(project);
        }
    }

    // What a project uses reaches those that use it, as in a build.
    private static List<CompiledProject> Used(CodeProject project, Dictionary<string, CompiledProject> compiled)
    {
        var found = new List<CompiledProject>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { project.Path };
        var open = new Queue<string>(project.Projects);
        while (open.TryDequeue(out var path))
            if (seen.Add(path) && compiled.TryGetValue(path, out var used))
            {
                found.Add(used);
                foreach (var next in used.Project.Projects)
                    open.Enqueue(next);
            }
        return found;
    }

    private static ScanFinding Finding(Diagnostic diagnostic)
    {
        var others = diagnostic.AdditionalLocations.Select(PlaceOf).OfType<Place>().ToList();
        return new()
        {
            Id = diagnostic.Id,
            Severity = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => PolicySeverity.Error,
                DiagnosticSeverity.Warning => PolicySeverity.Warning,
                _ => PolicySeverity.Observe,
            },
            Message = diagnostic.GetMessage(CultureInfo.InvariantCulture),
            At = PlaceOf(diagnostic.Location),
            Way = [.. others.Where(place => PolicyCompiler.KindOf(place.Path) is null)],
            Because = [.. others.Where(place => PolicyCompiler.KindOf(place.Path) is not null)],
            IsWaived = diagnostic.Properties.ContainsKey(Waived),
            AcceptedBy = diagnostic.Properties.GetValueOrDefault(Accepted),
        };
    }

    private static Place? PlaceOf(Location location)
    {
        if (location.Kind == LocationKind.None)
            return null;
        var span = location.GetMappedLineSpan();
        return span.Path is { Length: > 0 } path
            ? new(path, span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Line, span.EndLinePosition.Character)
            : null;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Rules.PolicyFiles;
using PolicyAsCode.Language;

namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>
/// Compiles marked code under a policy, runs one analyzer, and compares its findings with the marks. Names follow
/// Microsoft.CodeAnalysis.Testing, so that the package can take its place.
/// </summary>
public class CSharpAnalyzerTest<TAnalyzer> where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>What is compiled.</summary>
    public TestState TestState { get; } = new();

    /// <summary>Parts of messages that must appear, one finding each.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>Runs, and fails with what differs. Returns the findings, by place.</summary>
    public async Task<ImmutableArray<Diagnostic>> RunAsync()
    {
        var marks = new List<Marked>();
        var sources = Unmarked(TestState.Sources, marks);
        var files = Unmarked(TestState.AdditionalFiles, marks);
        AssertPolicyHolds(files);
        var compilation = TestCompilation.Create(
            sources, TestState.IsProgram, TestState.Libraries.Select(TestCompilation.Library));
        var found = await FindAsync(compilation, files, TestState.Properties);
        if (typeof(TAnalyzer) != typeof(PolicyFileRule) && sources.Count > 0 && EditedTwin.IsAsked(sources[0].Content))
            // If nothing were ever kept, a first look would be compared with a first look.
            Assert.NotEqual(0, await EditedTwin.VerifyAsync(
                compilation, [new TAnalyzer()], () => Options(files, TestState.Properties), found));

        var single = new TAnalyzer().SupportedDiagnostics[0].Id;
        var expected = marks.Where(mark => !mark.IsOrigin)
            .Select(mark => Shown(mark.Id ?? single, mark.Path, Text(mark, sources, files))).Order().ToList();
        var actual = found.Select(one => Shown(one.Id, Path(one.Location), Text(one.Location, sources, files))).Order();
        Assert.Equal(expected, actual);

        Assert.All(Messages, part => Assert.Contains(found, one => one.GetMessage().Contains(part)));
        var origins = found.SelectMany(one => one.AdditionalLocations)
            .Select(place => Shown("from", Path(place), Text(place, sources, files))).ToList();
        Assert.All(marks.Where(mark => mark.IsOrigin), mark =>
            Assert.Contains(Shown("from", mark.Path, Text(mark, sources, files)), origins));
        return found;
    }

    // Under a policy with errors no rule of the code runs: a test that expects no finding would pass whatever it says.
    private static void AssertPolicyHolds(IEnumerable<(string Path, string Content)> files)
    {
        if (typeof(TAnalyzer) == typeof(PolicyFileRule))
            return;
        var parsed = files.Where(file => PolicyCompiler.KindOf(file.Path) is not null)
            .Select(file => PolicyCompiler.Parse(file.Path, file.Content)).ToImmutableArray();
        if (parsed.Any(file => file.Kind == PolicyFileKind.Policy))
            Assert.DoesNotContain(PolicyCompiler.Compile(parsed, null, null).Diagnostics,
                mistake => mistake.Severity == PolicySeverity.Error);
    }

    /// <summary>The findings of the analyzer; any AD0001 fails.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(
        Compilation compilation, IEnumerable<(string Path, string Content)> files,
        IReadOnlyDictionary<string, string>? properties = null)
    {
        var found = await compilation
            .WithAnalyzers([new TAnalyzer()], Options(files, properties ?? new Dictionary<string, string>()))
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, one => one.Id.StartsWith("AD", StringComparison.Ordinal));
        return found;
    }

    private static AnalyzerOptions Options(
        IEnumerable<(string Path, string Content)> files, IReadOnlyDictionary<string, string> properties) => new(
        [.. files.Select(file => new TestAdditionalText(file.Path, file.Content))], new TestOptions(properties));

    private static List<(string Path, string Content)> Unmarked(
        IEnumerable<(string Path, string Content)> marked, List<Marked> marks) =>
        [.. marked.Select(file =>
        {
            var (text, found) = Markup.Read(file.Path, file.Content);
            marks.AddRange(found);
            return (file.Path, text);
        })];

    private static string Shown(string id, string path, string text) => $"{id} in {path} at {text}";

    private static string Path(Location location) => location.SourceTree?.FilePath ?? location.GetLineSpan().Path ?? "";

    // A place is shown by its text and its line, so that a failed test reads like the code.
    private static string Text(Marked mark, params IEnumerable<(string Path, string Content)>[] files)
    {
        var content = files.SelectMany(all => all).First(file => file.Path == mark.Path).Content;
        return At(content, mark.Span.Start, mark.Span.Length);
    }

    private static string Text(Location location, params IEnumerable<(string Path, string Content)>[] files)
    {
        var content = files.SelectMany(all => all).FirstOrDefault(file => file.Path == Path(location)).Content;
        if (content is null)
            return location.GetLineSpan().ToString();
        var lines = Microsoft.CodeAnalysis.Text.SourceText.From(content).Lines;
        var span = lines.GetTextSpan(location.GetLineSpan().Span);
        return At(content, span.Start, span.Length);
    }

    private static string At(string content, int start, int length) =>
        $"'{content.Substring(start, length)}' in line {content.Take(start).Count(one => one == '\n') + 1}";
}

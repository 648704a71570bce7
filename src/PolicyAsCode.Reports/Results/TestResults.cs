using System.Xml;

namespace PolicyAsCode.Reports.Results;

/// <summary>Tests of code that ran last, by the clause that they name.</summary>
/// <remarks>
/// A folder of results keeps those of earlier runs, and a test that has gone since would go on showing its clause. So only the
/// last run counts. A run of a solution writes a file for each of its projects, with nothing in common but the time.
/// A test that names a clause and that a filter left out has not run: it may be the one that would have failed.
/// </remarks>
internal sealed class TestResults
{
    // Between two projects of one run others may be built.
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, Dictionary<string, CodeTest>> _byClause = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClauseTraits> _traits = new(StringComparer.Ordinal);

    /// <summary>Whether any file was read.</summary>
    public bool HasRead => !Read.IsEmpty || !LeftOut.IsEmpty;

    /// <summary>The files of the last run, by path.</summary>
    public ImmutableArray<ResultFile> Read { get; private set; } = [];

    /// <summary>The files that do not count, and why, by path.</summary>
    public ImmutableArray<LeftOutFile> LeftOut { get; private set; } = [];

    /// <summary>When the last run began; the default value where its files do not say.</summary>
    public DateTimeOffset From => Read.IsEmpty ? default : Read.Min(file => file.From);

    /// <summary>When it ended.</summary>
    public DateTimeOffset To => Read.IsEmpty ? default : Read.Max(file => file.To);

    /// <summary>Reads result files of <c>dotnet test --logger trx</c>, and the traits of the tests that the last run names.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="assemblies">
    /// The folder under which the tests' assemblies lie that ran on another machine; null for where they ran. Times of files mean
    /// nothing there: what counts is that an assembly has the tests that ran.
    /// </param>
    /// <exception cref="IOException">A file, or an assembly that one of the last run names, is not there, or is there twice.</exception>
    /// <exception cref="XmlException">One is no such file.</exception>
    /// <exception cref="BadImageFormatException">An assembly that it names is none.</exception>
    public static TestResults Of(IEnumerable<string> paths, string? assemblies = null)
    {
        var results = new TestResults();
        var files = paths.Select(ResultFile.Read).ToList();
        if (assemblies is not null)
            files = [.. files.Select(new MovedAssemblies(assemblies).In)];
        var run = LastRun(files);
        // What was built since has not been tested.
        var stale = run.Where(file => assemblies is null ? file.Assemblies.Any(assembly => IsNewer(assembly, file)) : results.IsOfOthers(file)).ToList();
        results.Read = [.. InOrder(run.Except(stale), file => file)];
        results.LeftOut =
        [
            .. InOrder(
                files.Except(run).Select(file => new LeftOutFile(file, IsStale: false))
                    .Concat(stale.Select(file => new LeftOutFile(file, IsStale: true))),
                one => one.File),
        ];
        foreach (var test in results.Read.SelectMany(file => file.Tests))
            foreach (var clause in results.TraitsOf(test.Assembly).Of(test.Class, test.Method))
                results.Add(clause, $"{test.Assembly} {test.Class}.{test.Method} {test.Result.Name}", test.Result);
        if (!results.Read.IsEmpty)
            results.AddNotRun(files);
        return results;
    }

    /// <summary>Whether a clause is shown: there is a test that names it, and all such tests have run and passed.</summary>
    public bool IsShown(string clause) =>
        Of(clause) is { Count: > 0 } tests && tests.All(test => test.Outcome == TestOutcome.Passed);

    /// <summary>The tests that name a clause, by name.</summary>
    public IReadOnlyList<CodeTest> Of(string clause) =>
        _byClause.TryGetValue(clause, out var tests) ? [.. tests.Values.OrderBy(test => test.Name, StringComparer.Ordinal)] : [];

    // Backwards from the one that ended last, until there is a longer pause, or an assembly a second time.
    private static List<ResultFile> LastRun(List<ResultFile> files)
    {
        var run = new List<ResultFile>();
        var assemblies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderByDescending(file => file.To).ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            var isCopy = file.Run.Length > 0 && run.Exists(one => one.Run == file.Run);
            if (!isCopy && run.Count > 0
                && (run.Min(one => one.From) - file.To > s_pause || file.Assemblies.Any(assemblies.Contains)))
                break;
            run.Add(file);
            assemblies.UnionWith(file.Assemblies);
        }
        return run;
    }

    private static bool IsNewer(string assembly, ResultFile file) =>
        file.To != default && File.Exists(assembly) && File.GetLastWriteTimeUtc(assembly) > file.To.UtcDateTime;

    // Also those of an assembly that only an earlier run knows; one built again under another path (Release) is the same.
    private void AddNotRun(IEnumerable<ResultFile> files)
    {
        var ran = new HashSet<(string, string, string)>(Read.SelectMany(file => file.Tests).Select(test => (test.Assembly, test.Class, test.Method)));
        var last = new HashSet<string>(Read.SelectMany(file => file.Assemblies), StringComparer.Ordinal);
        var names = new HashSet<string>(last.Select(Path.GetFileName), StringComparer.OrdinalIgnoreCase);
        var earlier = files.SelectMany(file => file.Assemblies)
            .Where(assembly => !names.Contains(Path.GetFileName(assembly)) && File.Exists(assembly));
        foreach (var assembly in last.Concat(earlier).Distinct(StringComparer.Ordinal))
            foreach (var (type, method, clauses) in TraitsOf(assembly).Tests)
                if (!ran.Contains((assembly, type, method)))
                    foreach (var clause in clauses)
                        Add(clause, $"{assembly} {type}.{method}", new($"{type}.{method}", TestOutcome.NotRun));
    }

    private bool IsOfOthers(ResultFile file) => !file.Tests.All(test => TraitsOf(test.Assembly).Has(test.Class, test.Method));

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> all, Func<T, ResultFile> file) =>
        all.OrderBy(one => file(one).Path, StringComparer.Ordinal);

    private void Add(string clause, string key, CodeTest result)
    {
        if (!_byClause.TryGetValue(clause, out var tests))
            _byClause.Add(clause, tests = new(StringComparer.Ordinal));
        // Of two the worse one: a green one beside it proves nothing.
        if (!tests.TryGetValue(key, out var known) || result.Outcome > known.Outcome)
            tests[key] = result;
    }

    private ClauseTraits TraitsOf(string assembly)
    {
        if (!_traits.TryGetValue(assembly, out var traits))
            _traits.Add(assembly, traits = ClauseTraits.Read(assembly));
        return traits;
    }
}

/// <summary>A result file that does not count.</summary>
/// <param name="File">The file.</param>
/// <param name="IsStale">Whether an assembly of it was built since; else it is of an earlier run.</param>
internal sealed record LeftOutFile(ResultFile File, bool IsStale);

using System.Collections.Concurrent;
using System.Diagnostics;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Tests.Misspelling;

namespace PolicyAsCode.Language.Tests;

/// <summary>Whatever a file contains: no exception, places inside the file, an answer in time.</summary>
[Collection("Heavy")] // not beside LimitTests, which measure time
public sealed class FuzzTests(ITestOutputHelper output)
{
    // In each run; PAC_FUZZ names another number, as the nightly run's 200000.
    private const int Mutations = 10_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    // Of each kind of file that there is.
    private static readonly (string Path, string Text)[] s_files =
    [
        .. PolicyFolder.Files(),
        ("policies/published/jova-pos.policy.yaml", Repository.Read("policies/jova-pos.policy.yaml")),
        ("policies/published/ochat.vocabulary.yaml", Repository.Read("policies/ochat.vocabulary.yaml")),
        ("policies/corner-shop.policy.yaml", Samples.Policy),
        ("policies/corner-shop.bindings.yaml", Samples.Bindings),
        ("policies/vocabulary/shop.yaml", Samples.Vocabulary),
        ("policies/laws/gdpr.law.yaml", Repository.Read("src/PolicyAsCode.Language/Laws/builtin/gdpr.law.yaml")),
        ("policies/mail.models.yaml", Repository.Read("src/PolicyAsCode.Language/Libraries/models/mail.yaml")),
        .. BuiltInVocabulary.Files().Select(file => ("policies/" + file.Path, file.Text)),
    ];

    private static readonly ParsedFile s_bindings = PolicyCompiler.Parse("policies/x.bindings.yaml", Samples.Bindings);
    private static readonly ConcurrentDictionary<string, ParsedFile> s_policies = new();

    [Fact]
    public void Each_kind_of_file_is_among_them() => Assert.Equal(
        Enum.GetValues<PolicyFileKind>().Order(),
        s_files.Select(file => PolicyCompiler.KindOf(file.Path)!.Value).Distinct().Order());

    // What stands broken at the end of a text may be shorter than the indentation of its neighbours.
    [Fact]
    public void A_text_that_breaks_off_is_read_to_where_it_ends()
    {
        foreach (var text in s_files.Where(file => file.Path.EndsWith("corner-shop.policy.yaml", StringComparison.Ordinal)).Select(file => file.Text))
            for (var cut = 0; cut < text.Length; cut++)
                foreach (var last in new[] { "", "\"", "'", "[", "{", "}", "]", "- ", "a", "*", "&a", "!", ":", "? " })
                    Assert.Null(Problem("policies/corner-shop.policy.yaml", text[..cut] + last, out _));
    }

    [Fact]
    public void No_mutation_of_a_file_gets_an_exception_a_place_outside_or_a_long_wait()
    {
        var mutations = int.TryParse(Environment.GetEnvironmentVariable("PAC_FUZZ"), out var asked) ? asked : Mutations;
        var clock = Stopwatch.StartNew();
        var failures = new List<string>();
        var reported = 0;
        Parallel.For(0, mutations, mutation =>
        {
            var mutator = new Mutator((ulong)mutation);
            var (path, seed) = s_files[mutation % s_files.Length];
            // A whole file is long; most of the time a stretch of it breaks as well and is read ten times as fast.
            var text = mutator.Mutate(mutator.Next(12) == 0 ? seed : mutator.Stretch(seed, lines: 25));
            var problem = Problem(path, text, out var mistakes);
            Interlocked.Add(ref reported, mistakes);
            if (problem is not null)
                lock (failures)
                    failures.Add($"mutation {mutation} of {path}: {problem}");
        });
        output.WriteLine($"{mutations} mutations, {reported} mistakes, {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n", failures.Take(10))}");
        Assert.True(reported > mutations / 2, $"Only {reported} mistakes were found: the mutations do not break much.");
    }

    private static string? Problem(string path, string text, out int mistakes)
    {
        mistakes = 0;
        var clock = Stopwatch.StartNew();
        try
        {
            var file = PolicyCompiler.Parse(path, text);
            var other = file.Kind == PolicyFileKind.Policy ? s_bindings : PolicyBeside(path);
            var compiled = PolicyCompiler.Compile([file, other], null, new CalendarDate(2026, 11, 22));
            if (compiled.Model is { } model)
            {
                _ = new PolicyEvaluator(model);
                _ = PolicyDates.LastPassed(model, new CalendarDate(2026, 11, 22));
            }
            mistakes = compiled.Diagnostics.Count(mistake => mistake.Location.Path == path);
            foreach (var mistake in compiled.Diagnostics)
            {
                var range = mistake.Location.Range;
                if (mistake.Location.Path == path && (range.Offset < 0 || range.Length < 0 || range.Offset + range.Length > text.Length))
                    return $"{mistake.Id} lies outside the file";
                if (mistake.Location.Path != path && mistake.Location.Path != other.Path)
                    return $"{mistake.Id} lies in no file: {mistake.Message}";
                if (mistake.Message.Length is < 20 or > 4000)
                    return $"{mistake.Id} says '{mistake.Message}'";
            }
        }
        catch (Exception thrown)
        {
            return thrown.ToString();
        }
        return clock.Elapsed < s_longest ? null : $"took {clock.Elapsed}";
    }

    // What a file of another kind belongs to: a policy of its name.
    private static ParsedFile PolicyBeside(string path) => s_policies.GetOrAdd(Path.GetFileName(path).Split('.')[0], name =>
        PolicyCompiler.Parse($"policies/{name}.policy.yaml", Samples.Policy.Replace("policy: corner-shop", $"policy: {name}", StringComparison.Ordinal)));
}

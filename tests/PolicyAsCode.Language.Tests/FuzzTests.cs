using System.Diagnostics;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>Whatever a file contains: no exception, places inside the file, an answer in time.</summary>
[Collection("Heavy")] // not beside LimitTests, which measure time
public sealed class FuzzTests
{
    private const int OfTheRealPolicy = 50_000;
    private const int OfOtherFiles = 10_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    private static readonly (string Path, string Text) s_realPolicy =
        Repository.PolicyFiles().Single(file => file.Path.EndsWith("jova-pos.policy.yaml", StringComparison.Ordinal));

    private static readonly (string Path, string Text)[] s_others =
    [
        .. Repository.PolicyFiles().Where(file => file.Path != s_realPolicy.Path),
        ("policies/corner.policy.yaml", Samples.Policy),
        ("policies/corner.bindings.yaml", Samples.Bindings),
        ("policies/vocabulary/shop.yaml", Samples.Vocabulary),
    ];

    // What a mutated file is compiled with.
    private static readonly ParsedFile s_bindings = PolicyCompiler.Parse("policies/x.bindings.yaml", Samples.Bindings);
    private static readonly ParsedFile s_policy = PolicyCompiler.Parse("policies/jova-pos.policy.yaml", "policy: jova-pos\ncontroller: { name: JOVA POS }");

    [Fact]
    public void No_mutation_of_a_file_gets_an_exception_a_place_outside_or_a_long_wait()
    {
        var failures = new List<string>();
        var reported = 0;
        Parallel.For(0, OfTheRealPolicy + OfOtherFiles, mutation =>
        {
            var mutator = new Mutator((ulong)mutation);
            var (path, seed) = mutation < OfTheRealPolicy ? s_realPolicy : s_others[mutation % s_others.Length];
            // A whole policy is long; most of the time a stretch of it breaks as well and is read ten times as fast.
            var text = mutator.Mutate(mutator.Next(12) == 0 ? seed : mutator.Stretch(seed, lines: 25));
            var problem = Problem(path, text, out var mistakes);
            Interlocked.Add(ref reported, mistakes);
            if (problem is not null)
                lock (failures)
                    failures.Add($"mutation {mutation} of {path}: {problem}");
        });
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n", failures.Take(10))}");
        Assert.True(reported > (OfTheRealPolicy + OfOtherFiles) / 2, $"Only {reported} mistakes were found: the mutations do not break much.");
    }

    private static string? Problem(string path, string text, out int mistakes)
    {
        mistakes = 0;
        var clock = Stopwatch.StartNew();
        try
        {
            var other = PolicyCompiler.KindOf(path) == PolicyFileKind.Policy ? s_bindings : s_policy;
            var compiled = PolicyCompiler.Compile([PolicyCompiler.Parse(path, text), other], null, new CalendarDate(2026, 11, 22));
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
}

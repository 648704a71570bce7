using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>Every construct that carries data, leak by leak with a clean twin; and that runs beside each other agree.</summary>
public sealed class ConstructTests
{
    private static readonly Lazy<ConstructSuite> s_suite =
        new(() => ConstructSuite.Read(Path.Combine(AppContext.BaseDirectory, "Flow", "Constructs")));

    private static readonly Lazy<Task<ILookup<string, ConstructFinding>>> s_found = new(() => s_suite.Value.FindAsync());

    /// <summary>The constructs.</summary>
    public static TheoryData<string> Constructs => [.. s_suite.Value.Cases.Select(one => one.Construct).Distinct()];

    [Theory]
    [MemberData(nameof(Constructs))]
    public async Task Leaks_are_found_and_clean_twins_are_not(string construct)
    {
        var found = await s_found.Value;
        Assert.Equal(
            s_suite.Value.Cases.Where(one => one.Construct == construct && !one.IsLimit)
                .SelectMany(one => one.Expected.Prepend(one.Path)),
            s_suite.Value.Cases.Where(one => one.Construct == construct && !one.IsLimit)
                .SelectMany(one => one.Found(found[one.Path]).Prepend(one.Path)));
    }

    /// <summary>What is judged wrongly today: whoever mends it takes the mark away, and the line in the documentation.</summary>
    [Fact]
    public async Task Known_limits_are_still_ones_and_are_named()
    {
        var found = await s_found.Value;
        var limits = s_suite.Value.Cases.Where(one => one.IsLimit).ToList();
        Assert.All(limits, one => Assert.NotEqual(one.Expected, one.Found(found[one.Path])));
        var told = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "limits.md"));
        Assert.All(limits, one => Assert.Contains(one.Path, told));
    }

    /// <summary>A slice of what <c>benchmarks -- flow-concurrency</c> does a hundred times.</summary>
    [Fact]
    public async Task Concurrent_runs_find_the_same()
    {
        var alone = Text(await s_suite.Value.FindAsync(concurrent: false));
        for (var i = 0; i < 2; i++)
            Assert.Equal(alone, Text(await s_suite.Value.FindAsync()));

        static IEnumerable<string> Text(ILookup<string, ConstructFinding> found) =>
            found.SelectMany(one => one).Select(one => one.ToString()).Order(StringComparer.Ordinal);
    }

    /// <summary>A slice of what <c>eng/edits.sh</c> does with all cases and edits: as many files as one edit may touch.</summary>
    [Fact]
    public async Task After_an_edit_the_same_is_found_as_at_a_first_look()
    {
        var expected = await s_found.Value;
        var edits = EditedTwin.Edits.SelectMany(_ => s_suite.Value.Cases.Chunk(16), (edit, cases) => (edit, cases)).ToList();
        var (looks, kept) = (0, 0);
        foreach (var (edit, cases) in EditedTwin.AreAllAsked ? edits : edits.Where((_, i) => i % 59 == 0))
        {
            looks++;
            var (found, isKept) = await ConstructEdits.FindAsync(s_suite.Value, cases, edit);
            kept += isKept ? 1 : 0;
            Assert.All(cases, one => Assert.Equal(Shown(expected[one.Path]), Shown(found[one.Path])));
        }
        Assert.True(kept * 2 > looks, $"{kept} of {looks}");

        static IEnumerable<string> Shown(IEnumerable<ConstructFinding> found) =>
            found.Select(one => one.ToString()).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_suite_is_as_large_as_promised() => Assert.True(s_suite.Value.Cases.Length >= 400);
}

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>Every construct that carries data, leak by leak with a clean twin; and that runs beside each other agree.</summary>
public sealed class ConstructTests
{
    private static readonly Lazy<ConstructSuite> s_suite =
        new(() => ConstructSuite.Read(Path.Combine(AppContext.BaseDirectory, "Constructs")));

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
}

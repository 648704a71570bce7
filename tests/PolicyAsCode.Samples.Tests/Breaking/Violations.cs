namespace PolicyAsCode.Samples.Tests.Breaking;

/// <summary>The folder of a sample that breaks its policy on purpose.</summary>
internal static class Violations
{
    /// <summary>All of its findings are those that its lines announce, and each names the clause that its line names.</summary>
    public static async Task AreFoundAsync(Sample sample)
    {
        var files = sample.Violations();
        var marks = files.SelectMany(file => Expectations.Marks(file.Path, file.Text)).ToList();
        Assert.NotEmpty(marks);
        Expectations.Compare(marks, await files.Aggregate(sample.Whole, (broken, file) => broken.Adding(file.Path, file.Text)).FindAsync());
    }
}

namespace PolicyAsCode.Build.Tests;

/// <summary>The file of accepted findings: what is read from it, and what is written.</summary>
public sealed class BaselineFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var entries = BaselineFile.Count(["PAC5001 | M:A.B(System.Int32) | x > y", "PAC2004 | P:A.C |", "PAC5001 | M:A.B(System.Int32) | x > y"]);
        Assert.Equal([("PAC2004 | P:A.C |", 1), ("PAC5001 | M:A.B(System.Int32) | x > y", 2)], entries.Select(one => (one.Key, one.Value)));
        var path = _folder.Write("Shop.privacy-baseline", BaselineFile.Text(entries));
        Assert.Equal(entries, BaselineFile.Read(path));
        Assert.EndsWith("\nPAC2004 | P:A.C | | 1\nPAC5001 | M:A.B(System.Int32) | x > y | 2\n", File.ReadAllText(path));
        Assert.DoesNotContain('\r', File.ReadAllText(path));
    }

    [Fact]
    public void Lines_that_are_no_entries_accept_nothing()
    {
        var path = _folder.Write("Shop.privacy-baseline", """
            # PAC5001 | M:A.B | x | 7

            PAC5001 | M:A.B | x | many
            PAC5001 | M:A.B | x
            | 3
            PAC5001 | M:A.B | y | 2
            """);
        var entry = Assert.Single(BaselineFile.Read(path));
        Assert.Equal(("PAC5001 | M:A.B | y", 2), (entry.Key, entry.Value));
    }

    [Fact]
    public void No_file_accepts_nothing() => Assert.Empty(BaselineFile.Read(_folder.PathOf("none.privacy-baseline")));

    public void Dispose() => _folder.Dispose();
}

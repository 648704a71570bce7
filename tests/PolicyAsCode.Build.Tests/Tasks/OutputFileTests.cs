namespace PolicyAsCode.Build.Tests;

/// <summary>Times that do not move are what keeps a build still.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Equal_content_keeps_the_files_time()
    {
        var path = _folder.PathOf("obj/PolicyTerms.g.cs");
        Assert.True(OutputFile.WriteWhenDifferent(path, "é\n"));
        var then = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, then);

        Assert.False(OutputFile.WriteWhenDifferent(path, "é\n"));
        Assert.Equal(then, File.GetLastWriteTimeUtc(path));

        Assert.True(OutputFile.WriteWhenDifferent(path, "e\n"));
        Assert.NotEqual(then, File.GetLastWriteTimeUtc(path));
        Assert.Equal("e\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_stamp_replaces_older_ones_of_its_kind_only()
    {
        _folder.Write("obj/11.policy-dates-stamp", "");
        _folder.Write("obj/11.policy-check-stamp", "");

        OutputFile.Stamp(_folder.PathOf("obj/22.policy-dates-stamp"));

        Assert.Equal(["11.policy-check-stamp", "22.policy-dates-stamp"], _folder.Files("obj", "*stamp"));
    }

    public void Dispose() => _folder.Dispose();
}

using OChat.Demo;

namespace OChat.Tests;

/// <summary>The demo says the truth, the same on every database.</summary>
public sealed class DemoTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases))]
    public async Task The_demo_runs_and_finds_all_as_it_should_be(string provider)
    {
        await using var database = TestDatabase.Create(provider);

        var (exit, output) = await OwnProcess.RunAsync(
            "OChat", "demo", "--now", "2026-11-22T09:00:00+07:00", "--database", database.ConnectionString);

        Assert.Equal(0, exit);
        Assert.Contains("All of it as it should be.", output);
        Assert.DoesNotContain("NOT SO", output);
        Assert.Contains("names are sealed", output);
    }

    [Theory]
    [InlineData("--now")]
    [InlineData("--now", "yesterday")]
    [InlineData("--loud", "yes")]
    public async Task A_call_that_makes_no_sense_is_answered_with_how_to_call_it(params string[] arguments)
    {
        var output = new StringWriter();
        Assert.Equal(2, await DemoCommand.RunAsync(arguments, output, CancellationToken.None));
        Assert.Contains(DemoCommand.Usage, output.ToString());
    }
}

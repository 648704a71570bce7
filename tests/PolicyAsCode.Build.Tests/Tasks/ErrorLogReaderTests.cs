namespace PolicyAsCode.Build.Tests;

/// <summary>What the compiler wrote into its error log, in either version of SARIF.</summary>
public sealed class ErrorLogReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Version_2_gives_the_values_of_the_property_in_order()
    {
        var (values, failed) = Read("""
            { "version": "2.1.0", "runs": [ { "results": [
              { "ruleId": "PAC5001", "message": { "text": "privacyBaseline" }, "properties": { "privacyBaseline": "b" } },
              { "ruleId": "CS0168", "properties": { "other": "x" } },
              { "ruleId": "PAC2004", "properties": { "customProperties": { "privacyBaseline": "a \"quoted\" é" } } } ] } ] }
            """);
        Assert.Equal(["b", "a \"quoted\" é"], values);
        Assert.False(failed);
    }

    [Fact]
    public void Version_1_too() => Assert.Equal(["b"], Read("""
        { "version": "1.0.0", "runs": [ { "results": [
          { "ruleId": "PAC5001", "level": "note", "properties": { "warningLevel": 1, "customProperties": { "privacyBaseline": "b" } } } ] } ] }
        """).Values);

    [Fact]
    public void A_rule_of_ours_that_failed_is_told() => Assert.True(Read("""
        { "runs": [ { "results": [ { "ruleId": "PAC9004" }, { "ruleId": "PAC5001", "properties": { "privacyBaseline": "b" } } ] } ] }
        """).RuleFailed);

    [Fact]
    public void Nothing_found_is_nothing() => Assert.Empty(Read("""{ "runs": [ { "results": [] } ] }""").Values);

    [Theory]
    [InlineData("")]
    [InlineData("{ \"runs\": [ { \"results\": [")]
    [InlineData("no log at all")]
    public void A_log_that_is_none_is_said_to_be(string text) =>
        Assert.EndsWith("log.sarif", Assert.Throws<UnreadableFileException>(() => Read(text)).Path);

    [Fact]
    public void And_one_that_is_not_there() =>
        Assert.Throws<UnreadableFileException>(() => ErrorLogReader.Read(_folder.PathOf("none.sarif"), "privacyBaseline"));

    public void Dispose() => _folder.Dispose();

    private (List<string> Values, bool RuleFailed) Read(string log) =>
        ErrorLogReader.Read(_folder.Write("log.sarif", log), "privacyBaseline");
}

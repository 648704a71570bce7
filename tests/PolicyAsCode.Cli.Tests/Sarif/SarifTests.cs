using System.Text.Json;

namespace PolicyAsCode.Cli.Tests.Sarif;

/// <summary>What <c>policy check --format sarif</c> writes fits the schema of SARIF 2.1.0.</summary>
public sealed class SarifTests : IDisposable
{
    private static readonly JsonSchema s_schema = new(JsonDocument.Parse(
        File.ReadAllText(Repository.PathOf("tests/PolicyAsCode.Cli.Tests/Sarif/sarif-2.1.0.schema.json"))).RootElement);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("--lang id")]
    [InlineData("--warnings-as-errors")]
    public void Findings_fit(string more)
    {
        _folder.Write("policies/shop.policy.yaml", Markup.Parse(Policies.FiveMistakes).Text.Replace("2027-06-01", "2020-06-01", StringComparison.Ordinal));
        _folder.Write("policies/with blank & more.policy.yaml", Policies.Named("with"));

        Assert.Empty(s_schema.MistakesIn(Check($"check --format sarif {more}")));
    }

    [Fact]
    public void No_findings_fit()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean);

        Assert.Empty(s_schema.MistakesIn(Check("check --format sarif")));
    }

    [Fact]
    public void Our_own_policies_fit() => Assert.Empty(s_schema.MistakesIn(
        JsonDocument.Parse(Call.Policy(Repository.Root, "check policies --format sarif").MustExit(0).Out).RootElement));

    [Theory]
    [InlineData("\"level\": \"error\"", "\"level\": \"loud\"", "is none of")]
    [InlineData("\"startLine\": ", "\"startLine\": -", "is below 1")]
    [InlineData("\"ruleIndex\": ", "\"rule-index\": ", "has rule-index")]
    [InlineData("\"informationUri\": \"https://", "\"informationUri\": \"at ", "is no uri")]
    [InlineData("\"driver\"", "\"driven\"", "lacks driver")]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2.2.0\"", "is none of")]
    public void What_does_not_fit_is_seen(string right, string wrong, string mistake)
    {
        _folder.Write("policies/shop.policy.yaml", Markup.Parse(Policies.FiveMistakes).Text);
        var sarif = Call.Policy(_folder.Path, "check --format sarif").Out;
        Assert.Contains(right, sarif, StringComparison.Ordinal);

        var broken = JsonDocument.Parse(sarif.Replace(right, wrong, StringComparison.Ordinal)).RootElement;

        Assert.Contains(s_schema.MistakesIn(broken), one => one.Contains(mistake, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private JsonElement Check(string words) => JsonDocument.Parse(Call.Policy(_folder.Path, words).Out).RootElement;
}

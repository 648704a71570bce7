using System.Text.Json;

namespace PolicyAsCode.Cli.Tests;

public sealed class TestCommandTests : IDisposable
{
    private const string Policy = """
        policy: shop
        controller: { name: Corner Shop }
        subjects:
          customer: { clause: SHOP-1 }
        data:
          contact.email:
            of: customer
            clause: SHOP-1
            for: promotion
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
        purposes:
          promotion: { clause: SHOP-1, basis: consent }

        """;

    private const string Tests = """
        tests: shop
        expect:
          - { use: contact.email, for: promotion, given: consent, answer: allowed }
          - { use: contact.email, for: promotion, answer: refused }
          - { collect: contact.phone, answer: unknown }
          - { keep: contact.email, for: 2 years, from: last-purchase, then: erase }

        """;

    private readonly TemporaryFolder _folder = new();

    public TestCommandTests()
    {
        _folder.Write("policies/shop.policy.yaml", Policy);
        _folder.Write("policies/shop.tests.yaml", Tests);
    }

    [Theory]
    [InlineData("test", "shop: 4 expectations, all met.")]
    [InlineData("test --lang id", "shop: 4 harapan, semua terpenuhi.")]
    public void What_is_met_is_counted(string words, string total) =>
        Assert.Equal([total], Run(words).MustExit(0).Lines);

    [Fact]
    public void All_shows_each_answer_with_its_reason()
    {
        var lines = Run("test --all").MustExit(0).Lines;

        Assert.Equal(5, lines.Count);
        Assert.Matches(@"^policies/shop\.tests\.yaml\(3,.*\): met: allowed, ", lines[0]);
        Assert.Matches(@"\(4,.*\): met: refused, .*consent", lines[1]);
        Assert.Matches(@"\(5,.*\): met: unknown, .*contact\.phone", lines[2]);
    }

    [Fact]
    public void What_is_not_met_is_told_at_its_line_with_the_line_that_decided()
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("basis: consent", "basis: contract"));

        var lines = Run("test").MustExit(1).Lines;

        Assert.Matches(@"^policies/shop\.tests\.yaml\(4,.*\): failed: Expected: refused\..*\[shop\.policy\.yaml:6\]", lines[0]);
        Assert.Equal("shop: 4 expectations, 1 is not met.", lines[1]);
    }

    [Fact]
    public void A_file_with_mistakes_fails_and_says_which()
    {
        _folder.Write("policies/shop.tests.yaml", Tests.Replace("contact.phone", "contact.fone"));

        var call = Run("test").MustExit(1);

        Assert.Contains("error PAC1004", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_without_tests_is_told_where_they_go()
    {
        _folder.Write("policies/shop.tests.yaml", "tests: shop\nexpect: []\n");

        Assert.Contains("shop.tests.yaml", Run("test").MustExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_same_as_JSON()
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("basis: consent", "basis: contract"));

        using var json = JsonDocument.Parse(Run("test --format json").MustExit(1).Out);

        var policy = Assert.Single(json.RootElement.GetProperty("policies").EnumerateArray());
        Assert.Equal(1, policy.GetProperty("failed").GetInt32());
        var failed = Assert.Single(policy.GetProperty("results").EnumerateArray(), result => !result.GetProperty("passed").GetBoolean());
        Assert.Equal((4, "allowed", 6), (failed.GetProperty("line").GetInt32(), failed.GetProperty("answer").GetString(), failed.GetProperty("decidedAt").GetInt32()));
    }

    public void Dispose() => _folder.Dispose();

    private Call Run(string words) => Call.Policy(_folder.Path, words);
}

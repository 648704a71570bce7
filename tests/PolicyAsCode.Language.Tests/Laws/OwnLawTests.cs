namespace PolicyAsCode.Language.Tests.Laws;

/// <summary>A law of the organisation's own, in a file beside the policies.</summary>
public sealed class OwnLawTests
{
    private const string House = """
        law: house
        short: House rules
        title: { en: Our own rules, id: Aturan kami }
        source: https://shop.example/rules
        area: ID
        articles:
          - article: "1"
            title: { en: Logs, id: Log }
            duty: { en: Activity is kept for a year at most., id: Aktivitas disimpan paling lama setahun. }
            checked: text
            retention: { no-longer-than: 1 year, data: usage }
          - article: "2"
            title: { en: Bases, id: Dasar }
            duty: { en: Nothing rests on interests of ours., id: Tidak ada yang didasarkan pada kepentingan kami. }
            checked: no
            lawful-basis: { allowed: [consent, contract, legal-obligation] }
        """;

    [Theory]
    [InlineData("for: 2 years", "PAC1011", PolicySeverity.Error)]
    [InlineData("at-least: 2 years, because: tax law", "PAC1011", PolicySeverity.Observe)]
    [InlineData("for: 12 months", null, null)]
    [InlineData("for: 365 days", null, null)]
    public void A_law_of_ones_own_says_how_long_data_is_kept(string keep, string? rule, PolicySeverity? severity)
    {
        var found = Compile(House, $$"""
            policy: shop
            controller: { name: Shop }
            follows: house
            data:
              usage.activity: { clause: S-1, for: security, keep: { {{keep}}, from: collected, then: erase } }
              contact.email: { clause: S-1, for: security, keep: { for: 9 years, from: collected, then: erase } }
            purposes: { security: { clause: S-2, basis: contract } }
            """);
        Assert.Equal(rule, found.SingleOrDefault()?.Id);
        Assert.Equal(severity, found.SingleOrDefault()?.Severity);
    }

    [Fact]
    public void And_which_bases_it_knows()
    {
        var found = Assert.Single(Compile(House, """
            policy: shop
            controller: { name: Shop }
            follows: house
            data: { contact.email: { clause: S-1, for: security, keep: never-stored } }
            purposes: { security: { clause: S-2, basis: legitimate-interests } }
            """));
        Assert.Equal("PAC1010", found.Id);
        Assert.Contains("House rules art. 2 asks: Nothing rests on interests of ours.", found.Message);
    }

    [Theory]
    [InlineData("    checked: text\n", "", "PAC1006", "has no 'checked:'")]
    [InlineData("no-longer-than: 1 year", "no-longer-then: 1 year", "PAC1002", "Did you mean 'no-longer-than'?")]
    [InlineData("    retention: {", "    retentoin: {", "PAC1002", "Did you mean 'retention'?")]
    [InlineData("data: usage }", "data: usages }", "PAC1004", "Did you mean 'usage'?")]
    [InlineData("    retention: { no-longer-than: 1 year, data: usage }\n", "", "PAC1006", "Add one of: lawful-basis,")]
    [InlineData("law: house", "law: gdpr", "PAC1005", "There is a law called 'gdpr' already.")]
    [InlineData("area: ID", "area: Indonesia", "PAC1004", "ID")]
    public void A_mistake_in_it_is_told_at_its_line_whether_it_is_followed_or_not(string right, string wrong, string rule, string message)
    {
        Assert.Contains(right, House);
        var found = Compile(House.Replace(right, wrong, StringComparison.Ordinal), "policy: shop\ncontroller: { name: Shop }\n");
        Assert.All(found, one => Assert.Equal("policies/laws/house.law.yaml", one.Location.Path));
        Assert.Contains(found, one => one.Id == rule && one.Message.Contains(message, StringComparison.Ordinal));
    }

    private static IReadOnlyList<PolicyDiagnostic> Compile(string law, string policy) => PolicyCompiler.Compile(
        [
            PolicyCompiler.Parse(Verify.PolicyPath, policy),
            PolicyCompiler.Parse("policies/laws/house.law.yaml", law),
        ], null, Verify.Today).Diagnostics;
}

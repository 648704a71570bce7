using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Difference;

/// <summary>PAC1017: what changes materially since it was published has a new version.</summary>
public sealed class PublishedTests
{
    private const string Published = "policies/published/shop.policy.yaml";

    [Theory]
    [InlineData("version: 1", "for: 3 years", "version: {|PAC1017:1|}", "in what people should be told: contact.email: keep for: 2 years")]
    [InlineData("version: 2", "for: 3 years", "version: 2", null)]           // told
    [InlineData("version: 1", "for: 1 year", "version: 1", null)]            // a tightening needs none
    [InlineData("version: 1", "for: 2 years", "version: 1", null)]
    [InlineData("version: 1", "for: 3 years, because: law", "version: {|PAC1017:1|}", "Write 'version: 2'")]
    public void A_material_difference_has_a_higher_version(string version, string keep, string marked, string? message)
    {
        Assert.NotNull(version);
        Compile(Policy(marked, keep), Policy("version: 1", "for: 2 years"), message);
    }

    [Fact]
    public void It_names_the_first_three_and_says_how_many_more()
    {
        var now = Policy("version: {|PAC1017:1|}", "for: 3 years")
            .Replace("for: communication,", "for: [communication, promotion, transactions],", StringComparison.Ordinal)
            .Replace("name: Shop", "name: Market", StringComparison.Ordinal);
        Compile(now + "cookies: { campaign: { clause: S-1, for: promotion } }\n", Policy("version: 1", "for: 2 years"),
            "controller: name Shop → Market; contact.email: for + transactions, promotion [S-1]; contact.email: keep for: 2 years, from: collected, then: erase → for: 3 years, from: collected, then: erase [S-1]; and 1 more.");
    }

    [Theory]
    [InlineData("policies/published/market.policy.yaml", "policy: market\n", "In scope: shop.")]
    [InlineData("policies/shopp.tests.yaml", "tests: shopp\nexpect:\n  - { sell: contact, answer: refused }\n", "Did you mean 'shop'?")]
    [InlineData("policies/market.notice.yaml", "notice: market\nlanguage: en\nclauses: { S-1: { says: it, kept-by: policy } }\n", "In scope: shop.")]
    public void What_belongs_to_a_policy_that_is_not_there_holds_nobody_to_anything(string path, string text, string message)
    {
        var compiled = PolicyCompiler.Compile(
            [PolicyCompiler.Parse("policies/shop.policy.yaml", Policy("version: 1", "for: 2 years")), PolicyCompiler.Parse(path, text)], "shop", null);
        var found = Assert.Single(compiled.Diagnostics);
        Assert.Equal((PolicyRules.UnknownTerm, path), (found.Id, found.Location.Path));
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    private const string Words = """
        vocabulary: shop
        categories:
          contact.fax: { label: { en: Fax, id: Faks }, definition: "A number for fax.", broader: contact }
          loyalty: { label: { en: Loyalty, id: Loyalitas }, definition: "Points." }
          loyalty.card: { label: { en: Card, id: Kartu }, definition: "A card.", broader: loyalty }
        """;

    [Theory]
    [InlineData("", "", null)]                                                             // the same words
    [InlineData("A number for fax.", "A number of a machine.", null)]                       // only told otherwise
    [InlineData("\"A card.\", broader: loyalty", "\"A card.\", broader: contact", "loyalty.card: new, for communication")]
    [InlineData("categories:\n", "categories:\n  contact.radio: { label: { en: R, id: R }, definition: \"A radio.\", broader: contact }\n", "contact.radio: new")]
    public void A_word_that_takes_in_more_than_when_it_was_published_is_a_difference(string then, string now, string? told)
    {
        static string Shop(string version) => Policy(version, "for: 2 years").Replace("contact.email:", "contact:", StringComparison.Ordinal);
        var words = then.Length == 0 ? Words : Words.Replace(then, now, StringComparison.Ordinal);
        Assert.Equal(then.Length > 0, words != Words);

        var found = PolicyCompiler.Compile(
        [
            PolicyCompiler.Parse("policies/shop.policy.yaml", Shop("version: 1")), PolicyCompiler.Parse(Published, Shop("version: 1")),
            PolicyCompiler.Parse("policies/shop.vocabulary.yaml", words), PolicyCompiler.Parse("policies/published/shop.vocabulary.yaml", Words),
        ], null, null).Diagnostics;

        if (told is null)
            Assert.Empty(found);
        else
        {
            Assert.Equal(PolicyRules.VersionNotRaised, Assert.Single(found).Id);
            Assert.Contains(told, found[0].Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_published_vocabulary_is_used_by_no_policy() => Assert.Empty(PolicyCompiler.Compile(
    [
        PolicyCompiler.Parse("policies/shop.policy.yaml", Policy("version: 1", "for: 2 years")),
        PolicyCompiler.Parse("policies/shop.vocabulary.yaml", Words), PolicyCompiler.Parse("policies/published/shop.vocabulary.yaml", Words),
    ], null, null).Diagnostics);

    [Fact]
    public void The_published_version_governs_nothing()
    {
        var compiled = PolicyCompiler.Compile([PolicyCompiler.Parse(Published, Policy("version: 1", "for: 2 years"))], "shop", null);
        Assert.Null(compiled.Model);
        Assert.Equal(PolicyRules.NotOnePolicy, Assert.Single(compiled.Diagnostics).Id);
        Assert.Equal(PolicyFileKind.Policy, PolicyCompiler.KindOf("policies/shop.policy.yaml"));
    }

    [Fact]
    public void A_published_version_that_cannot_be_read_says_so_and_is_compared_with_nothing()
    {
        var files = new[]
        {
            PolicyCompiler.Parse("policies/shop.policy.yaml", Policy("version: 1", "for: 3 years")),
            PolicyCompiler.Parse(Published, Policy("version: 1", "for: 2 years").Replace("for: communication", "for: comunication", StringComparison.Ordinal)),
        };
        var compiled = PolicyCompiler.Compile(files, null, null);
        var mistake = Assert.Single(compiled.Diagnostics);
        Assert.Equal((PolicyRules.UnknownTerm, Published), (mistake.Id, mistake.Location.Path));
        Assert.Null(compiled.Published);
    }

    [Fact]
    public void What_it_extends_is_what_was_published_of_that()
    {
        const string shop = "extends: base\npolicy: shop\nversion: 1\ncontroller: { name: Shop }\n";
        ParsedFile[] Files(string published) =>
        [
            PolicyCompiler.Parse("policies/shop.policy.yaml", shop),
            PolicyCompiler.Parse("policies/base.policy.yaml", Policy("version: 1", "for: 3 years").Replace("policy: shop", "policy: base", StringComparison.Ordinal)),
            PolicyCompiler.Parse(Published, shop),
            PolicyCompiler.Parse("policies/published/base.policy.yaml", Policy("version: 1", published).Replace("policy: shop", "policy: base", StringComparison.Ordinal)),
        ];
        Assert.Contains(PolicyCompiler.Compile(Files("for: 2 years"), "shop", null).Diagnostics, one => one.Id == PolicyRules.VersionNotRaised);
        Assert.DoesNotContain(PolicyCompiler.Compile(Files("for: 3 years"), "shop", null).Diagnostics, one => one.Id == PolicyRules.VersionNotRaised);
    }

    private static void Compile(string marked, string published, string? message)
    {
        var file = MarkedText.Parse(marked);
        var compiled = PolicyCompiler.Compile(
            [PolicyCompiler.Parse("policies/shop.policy.yaml", file.Text), PolicyCompiler.Parse(Published, published)], null, null);
        Assert.Equal(
            file.Marks.Select(mark => (mark.Id, mark.Offset, mark.Length)),
            compiled.Diagnostics.Select(one => (one.Id, one.Location.Range.Offset, one.Location.Range.Length)));
        Assert.NotNull(compiled.Published);
        if (message is not null)
            Assert.Contains(message, compiled.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    private static string Policy(string version, string keep) => $$"""
        policy: shop
        {{version}}
        controller: { name: Shop }
        purposes:
          communication: { clause: S-1, basis: contract }
          promotion: { clause: S-1, basis: contract }
          transactions: { clause: S-1, basis: contract }
        data:
          contact.email: { clause: S-1, for: communication, keep: { {{keep}}, from: collected, then: erase } }
        non-personal: { stock: { clause: S-1, for: [promotion, transactions] } }

        """;
}

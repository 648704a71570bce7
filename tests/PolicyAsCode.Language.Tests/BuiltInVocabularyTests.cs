using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>The terms that come with the language.</summary>
public sealed class BuiltInVocabularyTests
{
    private static readonly Vocabulary s_terms = BuiltInVocabulary.Terms;

    public static IEnumerable<TheoryDataRow<string>> Kinds() => Enum.GetNames<TermKind>().Select(kind => new TheoryDataRow<string>(kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_term_explains_itself_in_two_languages(string kind)
    {
        var terms = s_terms.Terms(Enum.Parse<TermKind>(kind));
        Assert.NotEmpty(terms);
        Assert.InRange(terms.Length, 1, 59);
        Assert.All(terms, term =>
        {
            Assert.NotEmpty(term.Label);
            Assert.NotEmpty(term.LabelInIndonesian);
            Assert.EndsWith(".", term.Definition);
            Assert.EndsWith(".", term.DefinitionInIndonesian);
            Assert.NotEqual(term.Definition, term.DefinitionInIndonesian);
            Assert.StartsWith("vocabulary/", term.Location.Path);
        });
        Assert.Equal(terms.Length, terms.Select(term => term.Label).Distinct().Count());
        Assert.Equal(terms.Length, terms.Select(term => term.LabelInIndonesian).Distinct().Count());
    }

    [Fact]
    public void No_hint_suggests_two_categories()
    {
        var hints = s_terms.Terms(TermKind.Category).SelectMany(term => term.Hints.Select(hint => (Hint: hint, term.Key)));
        Assert.Empty(hints.GroupBy(hint => hint.Hint).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.Select(one => one.Key))}"));
    }

    [Fact]
    public void Hints_are_words_in_small_letters() =>
        Assert.All(s_terms.Terms(TermKind.Category).SelectMany(term => term.Hints), hint => Assert.Matches("^[a-z]+( [a-z]+)*$", hint));

    [Theory]
    [InlineData("contact.email", "contact")]
    [InlineData("special.health", "special")]
    public void A_dot_makes_a_narrower_term(string narrow, string broad)
    {
        var term = s_terms.Find(TermKind.Category, narrow)!;
        Assert.Equal([narrow, broad], term.SelfAndBroader().Select(one => one.Key));
        Assert.True(term.IsWithin(s_terms.Find(TermKind.Category, broad)!));
    }

    [Theory]
    [InlineData(TermKind.Purpose, "fraud-prevention", "security")]
    [InlineData(TermKind.Purpose, "customer-support", "communication")]
    [InlineData(TermKind.Purpose, "research", "analysis")]
    [InlineData(TermKind.Recipient, "payment-provider", "service-provider")]
    [InlineData(TermKind.Recipient, "law-enforcement", "authority")]
    public void Some_terms_include_others(TermKind kind, string narrow, string broad) =>
        Assert.Equal(broad, s_terms.Find(kind, narrow)!.Broader!.Key);

    // That the terms exist over there was checked against DPV 2.3 and fideslang 3.1; here, that they can be looked up.
    [Fact]
    public void Terms_are_mapped_to_the_vocabularies_of_others()
    {
        TermKind[] kinds = [TermKind.Category, TermKind.Purpose, TermKind.Recipient, TermKind.Subject];
        Assert.All(kinds.SelectMany(kind => s_terms.Terms(kind)), term =>
            Assert.Matches("^https://w3id\\.org/dpv(/pd)?#[A-Z][A-Za-z]+$", term.MapsTo));
        Assert.All(s_terms.Terms(TermKind.Category).Where(term => term.Key != "special"), term =>
            Assert.Matches("^user(\\.[a-z_]+){1,3}$", term.Fideslang));
        Assert.All(s_terms.Terms(TermKind.Purpose), term => Assert.Matches("^[a-z_]+(\\.[a-z_]+){0,3}$", term.Fideslang));
    }

    [Fact]
    public void Special_categories_are_marked() => Assert.All(
        s_terms.Terms(TermKind.Category), term => Assert.Equal(term.Key.Split('.')[0] == "special", term.Special));
}

using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>An organisation's own terms.</summary>
public sealed class VocabularyTests
{
    private const string Path = "policies/vocabulary/shop.yaml";
    private const string Term = "label: { en: One, id: Satu }\n    definition: A term.";

    [Theory]
    [InlineData("categories:\n  {|PAC1005:contact.email|}:\n    " + Term, "is a term of the built-in vocabulary already")]
    [InlineData("categories:\n  {|PAC1003:Loyalty Points|}:\n    " + Term, "a letter first")]
    [InlineData("categories:\n  {|PAC1004:loyalty.points|}:\n    " + Term, "Add 'loyalty:'")]
    [InlineData("categories:\n  points:\n    broader: {|PAC1004:contacts|}\n    " + Term, "Did you mean 'contact'?")]
    [InlineData("categories:\n  a:\n    broader: b\n    " + Term + "\n  b:\n    broader: {|PAC1003:a|}\n    " + Term, "round in a circle")]
    [InlineData("categories:\n  points:\n    replaced-by: {|PAC1004:nothing|}\n    " + Term, "to use instead")]
    [InlineData("purposes:\n  {|PAC1006:raffles|}:\n    label: { en: Raffles, id: Undian }", "has no 'definition:'")]
    [InlineData("purposes:\n  raffles:\n    {|PAC1006:label|}: { en: Raffles }\n    definition: Drawing lots.", "has no 'id:'")]
    [InlineData("purposes:\n  raffles:\n    label: { en: Raffles, id: Undian }\n    {|PAC1006:definition|}: { id: Undian berhadiah. }", "has no 'en:'")]
    [InlineData("purposes:\n  raffles:\n    label: { en: Raffles, id: Undian }\n    definition: { en: Lots., {|PAC1002:malay|}: Undian. }", "is no key of a definition")]
    [InlineData("purposes:\n  raffles:\n    maps-to: { {|PAC1002:fides|}: marketing }\n    " + Term, "is no key of a mapping")]
    [InlineData("purposes:\n  raffles:\n    maps-to: {|PAC1003:[a, b]|}\n    " + Term, "a mapping")]
    [InlineData("{|PAC1002:purpose|}:\n  raffles:\n    " + Term, "Did you mean 'purposes'?")]
    public void Mistakes_are_reported_at_their_place(string marked, string message) =>
        Verify.Beside(Path, "vocabulary: shop\n" + marked, message);

    [Fact]
    public void A_renamed_term_is_reported_where_it_is_used_and_means_its_successor()
    {
        var policy = MarkedText.Parse(Verify.Sections("data:\n  {|PAC1018:points|}: { clause: S-1, for: promotion, keep: never-stored }"));
        var compiled = PolicyCompiler.Compile(
            [
                PolicyCompiler.Parse(Verify.PolicyPath, policy.Text),
                PolicyCompiler.Parse(Path, $"vocabulary: shop\ncategories:\n  points:\n    replaced-by: loyalty\n    {Term}\n  loyalty:\n    {Term}"),
            ], null, Verify.Today);
        var mistake = Assert.Single(compiled.Diagnostics);
        Assert.Equal((PolicyRules.TermDeprecated, PolicySeverity.Warning, policy.Marks[0].Offset),
            (mistake.Id, mistake.Severity, mistake.Location.Range.Offset));
        Assert.Contains("Write 'loyalty'.", mistake.Message);
        Assert.Equal("loyalty", Assert.Single(compiled.Model!.Data).Category.Key);
    }

    [Fact]
    public void Terms_may_stand_in_any_order_and_file()
    {
        var compiled = PolicyCompiler.Compile(
            [
                PolicyCompiler.Parse(Verify.PolicyPath, Verify.Sections("")),
                PolicyCompiler.Parse("vocabulary/a.yaml", $"vocabulary: a\ncategories:\n  loyalty.points:\n    {Term}"),
                PolicyCompiler.Parse("b.vocabulary.yaml", $"vocabulary: b\ncategories:\n  loyalty:\n    {Term}"),
            ], null, null);
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal("loyalty", compiled.Vocabulary.Find(TermKind.Category, "loyalty.points")!.Broader!.Key);
    }

    [Fact]
    public void A_definition_and_a_mapping_say_one_thing_or_two()
    {
        var compiled = PolicyCompiler.Compile(
            [
                PolicyCompiler.Parse(Verify.PolicyPath, Verify.Sections("")),
                PolicyCompiler.Parse("a.vocabulary.yaml", """
                    vocabulary: a
                    categories:
                      one: { label: { en: One, id: Satu }, definition: A term., maps-to: https://example.org/#One }
                      two:
                        label: { en: Two, id: Dua }
                        definition: { en: A second term., id: Istilah kedua. }
                        maps-to: { dpv: https://example.org/#Two, fideslang: user.two }
                    """),
            ], null, null);
        Assert.Empty(compiled.Diagnostics);
        var one = compiled.Vocabulary.Find(TermKind.Category, "one")!;
        Assert.Equal(("A term.", null, "https://example.org/#One", null),
            (one.Definition, one.DefinitionInIndonesian, one.MapsTo, one.Fideslang));
        var two = compiled.Vocabulary.Find(TermKind.Category, "two")!;
        Assert.Equal(("A second term.", "Istilah kedua.", "https://example.org/#Two", "user.two"),
            (two.Definition, two.DefinitionInIndonesian, two.MapsTo, two.Fideslang));
    }
}

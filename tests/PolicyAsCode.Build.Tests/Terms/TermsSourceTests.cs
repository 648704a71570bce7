using PolicyAsCode.Language.Model;
using static PolicyAsCode.Build.Tests.Words;

namespace PolicyAsCode.Build.Tests;

/// <summary>The constants of a vocabulary, as text and as the compiler takes them.</summary>
public sealed class TermsSourceTests
{
    [Fact]
    public void A_dotted_term_is_nested_and_its_broader_term_is_Any()
    {
        var constants = Constants(Of(
            Category("contact", 0), Category("contact.messaging-id", 1), Category("photo", 2),
            Term(TermKind.Purpose, "customer-support", 0), Term(TermKind.Gate, "consent", 0),
            Term(TermKind.Source, "federated-login", 0)));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Categories.Contact.Any"] = "contact",
                ["Categories.Contact.MessagingId"] = "contact.messaging-id",
                ["Categories.Photo"] = "photo",
                ["Purposes.CustomerSupport"] = "customer-support",
                ["Gates.Consent"] = "consent",
                ["Sources.FederatedLogin"] = "federated-login",
            },
            constants);
    }

    [Fact]
    public void A_class_without_a_term_of_its_own_has_no_Any()
    {
        var constants = Constants(Of(Category("till.receipt", 0)));

        Assert.Equal(["Categories.Till.Receipt"], constants.Keys);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var one = TermsSource.Of(Of(Category("b.x", 0), Category("a", 1), Category("b", 2)));
        var other = TermsSource.Of(Of(Category("a", 0), Category("b", 1), Category("b.x", 2)));

        Assert.Equal(one, other);
        Assert.True(one.IndexOf(" A = ", StringComparison.Ordinal) < one.IndexOf("class B", StringComparison.Ordinal), one);
        Assert.DoesNotContain('\r', one);
    }

    [Theory]
    [InlineData("class", "Categories.Class")]
    [InlineData("2fa-secret", "Categories._2faSecret")]
    [InlineData("to-string", "Categories.ToString")]
    [InlineData("equals", "Categories.Equals")]
    [InlineData("categories", "Categories.Categories_")]
    [InlineData("---", "Categories._")]
    [InlineData("ünïcode", "Categories.Ünïcode")]
    [InlineData("個人", "Categories.個人")]
    [InlineData("quote\"d\\", "Categories.QuoteD")]
    public void Any_key_becomes_legal_CSharp(string key, string expected)
    {
        var constant = Assert.Single(Constants(Of(Category(key, 0))));

        Assert.Equal((expected, key), (constant.Key, constant.Value));
    }

    [Fact]
    public void Names_that_would_collide_stay_apart()
    {
        var constants = Constants(Of(
            Category("contact", 0), Category("contact.any", 1), Category("contact.contact", 2),
            Category("e-mail", 3), Category("e_mail", 4)));

        Assert.Equal(["contact", "contact.any", "contact.contact", "e-mail", "e_mail"], constants.Values.Order(StringComparer.Ordinal));
        Assert.Equal("contact", constants["Categories.Contact.Any"]);
    }

    [Theory]
    [InlineData("Fish & chips, 1 < 2 > 0, ]]>.")]
    [InlineData("Two\nlines\r\nand\u2028more\u0085of\u2029them.")]
    [InlineData("A bell \a and a null \0.")]
    [InlineData("</summary><summary>")]
    public void A_definition_is_documentation_whatever_it_holds(string definition)
    {
        var source = TermsSource.Of(Of(Category("contact", 0, definition)));

        Assert.Empty(CompiledTerms.Complaints(CompiledTerms.Compile("Shop", [source])));
        Assert.Single(source.Split('\n'), line => line.Contains("contact (contact): ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_renamed_term_is_obsolete_and_names_its_successor()
    {
        var source = TermsSource.Of(Of(
            Category("mail", 0, replacedBy: "contact.email"), Category("contact", 1), Category("contact.email", 2)));
        var use = "class Till { public string Used() => PolicyAsCode.Categories.Mail; }";

        var complaint = Assert.Single(CompiledTerms.Complaints(CompiledTerms.Compile("Shop", [source, use])));
        Assert.Contains("CS0618", complaint);
        Assert.Contains("Use Categories.Contact.Email", complaint);
    }

    [Fact]
    public void A_test_project_that_sees_internals_has_its_own_terms_and_no_ambiguity()
    {
        var source = TermsSource.Of(Of(Category("contact", 0)));
        var shop = CompiledTerms.Compile(
            "Shop", [source, """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Shop.Tests")] internal class Till;"""]);
        var use = "class TillTests { Till till = new(); public object[] Both() => [till, PolicyAsCode.Categories.Contact]; }";

        var tests = CompiledTerms.Compile("Shop.Tests", [source, use], shop);

        Assert.Empty(CompiledTerms.Complaints(tests));
    }

    private static IReadOnlyDictionary<string, string> Constants(Vocabulary vocabulary)
    {
        var compilation = CompiledTerms.Compile("Shop", [TermsSource.Of(vocabulary)]);
        Assert.Empty(CompiledTerms.Complaints(compilation));
        return CompiledTerms.Constants(compilation);
    }
}

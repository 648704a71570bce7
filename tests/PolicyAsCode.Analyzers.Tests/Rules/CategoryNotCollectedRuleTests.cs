using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.CategoryNotCollectedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class CategoryNotCollectedRuleTests
{
    [Theory]
    [InlineData("\"contact.email\"")]
    [InlineData("[|\"location.precise\"|]")]
    public Task It_stands_beside_the_attribute_of_Identity(string category) => Verify.VerifyAnalyzerAsync(
        $$"""
        using Microsoft.AspNetCore.Identity;
        public class Customer
        {
            [PersonalData, DataCategory({{category}})] public string? Email { get; set; }
        }
        """,
        Policies.Shop);

    [Fact]
    public Task A_category_without_a_statement_is_reported() => Verify.VerifyAnalyzerAsync(
        """
        public sealed class Customer
        {
            [DataCategory([|"special.religion"|])] public string? Religion { get; set; }
        }
        """,
        Policies.Shop, "'Customer.Religion' holds special.religion, but The Shop collects no such data [shop.policy.yaml:1]. Remove it");

    [Fact]
    public Task A_category_with_a_statement_is_not() => Verify.VerifyAnalyzerAsync(
        """
        public sealed class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        """,
        Policies.Shop);

    [Fact]
    public Task A_statement_on_a_broader_category_covers_it() => Verify.VerifyAnalyzerAsync(
        """
        public sealed class Customer
        {
            [DataCategory("contact.address")] public string? Address { get; set; }
        }
        """,
        Policies.Shop.Replace("contact.name:", "contact:"));

    [Fact]
    public Task The_prohibition_that_forbids_it_is_cited_and_is_an_additional_location() => Verify.VerifyAnalyzerAsync(
        """
        public sealed class Customer
        {
            [DataCategory([|"special.religion"|])] public string? Religion { get; set; }
        }
        """,
        Policies.Shop + """

        never:
          - { {|from:clause: SHOP-9|}, action: collect, data: special.religion }
        """,
        "The Shop forbids to collect it [SHOP-9, shop.policy.yaml:31]");
}

using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.AttributeTermUnknownRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class AttributeTermUnknownRuleTests
{
    [Theory]
    [InlineData("[|\"contact.emial\"|]", "'contact.emial' is no category of this vocabulary. Did you mean 'contact.email'?")]
    [InlineData("[|\"email\"|]", "Did you mean 'contact.email'?")]
    [InlineData("[|\"xyzzy\"|]", "'xyzzy' is no category of this vocabulary")]
    [InlineData("\"contact.email\", [|\"contact.fone\"|]", "Did you mean 'contact.phone'?")]
    public Task An_unknown_category_is_reported_where_it_is_written(string arguments, string message) =>
        Verify.VerifyAnalyzerAsync(
            $$"""
            public sealed class Customer
            {
                [DataCategory({{arguments}})] public string? Email { get; set; }
            }
            """,
            Policies.Shop, message);

    [Theory]
    [InlineData("\"contact.email\"")]
    [InlineData("Terms.Email")]
    public Task A_known_one_is_not(string argument) => Verify.VerifyAnalyzerAsync(
        $$"""
        public static class Terms { public const string Email = "contact.email"; }
        public sealed class Customer
        {
            [DataCategory({{argument}})] public string? Email { get; set; }
        }
        """,
        Policies.Shop);

    [Fact]
    public Task Other_terms_are_checked_against_their_own_kind() => Verify.VerifyAnalyzerAsync(
        """
        [DataSubject([|"custommer"|])]
        public sealed class Customer
        {
            [RetentionAnchor("last-purchase")] public DateTime? LastPurchaseAt { get; set; }
        }
        [Purpose("communication", [|"contact.email"|])]
        public sealed class Mailer;
        """,
        Policies.Shop, "'custommer' is no subject of this vocabulary. Did you mean 'customer'?");

    [Fact]
    public Task An_attribute_of_the_same_name_by_somebody_else_is_left_alone() => Verify.VerifyAnalyzerAsync(
        """
        namespace Theirs
        {
            public sealed class DataCategoryAttribute(string name) : Attribute { public string Name => name; }
        }
        namespace Ours
        {
            public sealed class Customer
            {
                [Theirs.DataCategory("anything")] public string? Email { get; set; }
            }
        }
        """,
        Policies.Shop);
}

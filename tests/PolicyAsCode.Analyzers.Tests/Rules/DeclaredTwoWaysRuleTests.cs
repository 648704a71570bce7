using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.DeclaredTwoWaysRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>Where attribute and binding contradict each other, and where they only say the same in other words.</summary>
public sealed class DeclaredTwoWaysRuleTests
{
    private static Task MemberAsync(string member, string bound, params string[] messages) => Verify.VerifyBoundAsync(
        $$"""
        namespace Shop { public class Customer { {{member}} } }
        """,
        Policies.Shop,
        $$"""
        bindings: shop
        types: { Shop.Customer: { members: { Reach: {{bound}} } } }
        """,
        messages);

    [Theory]
    [InlineData("""[DataCategory("contact.email")] public string? [|Reach|] { get; set; }""", "contact.phone")]
    [InlineData("""[DataCategory("contact.email")] public string? [|Reach|];""", "contact.phone")]
    [InlineData("""[DataCategory("contact.email", "contact.phone")] public string? [|Reach|] { get; set; }""", "contact.phone")]
    [InlineData("""[DataCategory("contact.phone")] public string? [|Reach|] { get; set; }""", "[contact.phone, contact.email]")]
    [InlineData("""[DataCategory("contact.email")] public string? [|Reach|] { get; set; }""", "{ not-personal: a colour }")]
    [InlineData("""[NotPersonalData("a colour")] public string? [|Reach|] { get; set; }""", "contact.phone")]
    [InlineData("""[DataCategory("contact.email")] public string? Reach { get; set; }""", "contact.email")]
    [InlineData("""[DataCategory("contact")] public string? Reach { get; set; }""", "contact.email")]
    [InlineData("""[DataCategory("contact.email")] public string? Reach { get; set; }""", "contact")]
    [InlineData("""[DataCategory("contact.email", "contact.phone")] public string? Reach { get; set; }""", "contact")]
    [InlineData("""[DataCategory("contact.phone", "contact.email")] public string? Reach { get; set; }""", "[contact.email, contact.phone]")]
    [InlineData("""[NotPersonalData("a colour")] public string? Reach { get; set; }""", "{ not-personal: its colour }")]
    [InlineData("""public string? Reach { get; set; }""", "contact.phone")]
    [InlineData("""[DataCategory("contact.email")] public string? Other { get; set; }""", "contact.phone")]
    public Task Members(string member, string bound) => MemberAsync(member, bound);

    [Fact]
    public Task The_message_says_both_and_where_the_binding_stands() => MemberAsync(
        """[DataCategory("contact.email")] public string? [|Reach|] { get; set; }""", "contact.phone",
        "'Customer.Reach' is contact.email by its attribute and contact.phone by its binding (shop.bindings.yaml:2). Remove the one");

    [Fact]
    public Task Records_derived_types_and_others_of_the_same_name() => Verify.VerifyBoundAsync(
        """
        namespace Shop
        {
            public record Order([DataCategory("contact.email")] string? [|Reach|], [DataCategory("contact.phone")] string? Phone);
            public class Person { public virtual string? Reach { get; set; } }
            public class Wrong : Person { [DataCategory("contact.email")] public override string? [|Reach|] { get; set; } }
            public class Right : Person { [DataCategory("contact.phone")] public override string? Reach { get; set; } }
            public class Silent : Person { public override string? Reach { get; set; } }
            public class Stranger { [DataCategory("contact.email")] public string? Reach { get; set; } }
        }
        namespace Other { public class Person { [DataCategory("contact.email")] public string? Reach { get; set; } } }
        """,
        Policies.Shop,
        """
        bindings: shop
        types:
          Shop.Order: { members: { Reach: contact.phone, Phone: contact.phone } }
          Shop.Person: { members: { Reach: contact.phone } }
        """);

    [Fact]
    public Task Subjects_of_types() => Verify.VerifyBoundAsync(
        """
        namespace Shop
        {
            [DataSubject("staff")] public class [|Cashier|] { }
            [DataSubject("customer")] public class Customer { }
            public class Guest { }
        }
        """,
        Policies.Shop,
        """
        bindings: shop
        types:
          Shop.Cashier: { subject: customer }
          Shop.Customer: { subject: customer }
          Shop.Guest: { subject: visitor }
        """,
        "'Cashier' is staff by its attribute and customer by its binding (shop.bindings.yaml:3)");

    [Fact]
    public Task Recipients_and_forms_of_methods() => Verify.VerifyBoundAsync(
        """
        namespace Shop
        {
            public static class Calls
            {
                [Recipient("delivery-provider")] public static void [|Ship|](string to) { }
                [Recipient("delivery-provider")] public static void Carry(string to) { }
                [Recipient("email-provider")] public static void Mail(string to) { }
                [Anonymises(DataForm.Pseudonymised)] public static string [|Mask|](string text) => "*";
                [Anonymises(DataForm.Pseudonymised)] public static string Hash(string text) => "#";
                [Gate("consent")] public static bool Allows(Guid id) => true;
            }
        }
        """,
        Policies.Shop,
        """
        bindings: shop
        methods:
          Shop.Calls.Ship: { discloses-to: payment-provider }
          Shop.Calls.Carry: { discloses-to: delivery-provider }
          Shop.Calls.Mail: { discloses-to: service-provider }
          Shop.Calls.Mask: { anonymises-to: anonymised }
          Shop.Calls.Hash: { anonymises-to: pseudonymised }
          Shop.Calls.Allows: { proves: age }
        """,
        "'Calls.Ship' is delivery-provider by its attribute and payment-provider by its binding",
        "'Calls.Mask' is pseudonymised by its attribute and anonymised by its binding");
}

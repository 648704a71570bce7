using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.PersonalDataNotDeclaredRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PersonalDataNotDeclaredRuleTests
{
    [Theory]
    [InlineData("public string? [|NoKtp|] { get; set; }")]
    [InlineData("public string? [|Nik|] { get; set; }")]
    [InlineData("public string? [|TanggalLahir|] { get; set; }")]
    [InlineData("public DateOnly? [|BirthDate|] { get; set; }")]
    [InlineData("public string [|emailAddress|] = \"\";")]
    [InlineData("public string? [|NomorHP|] { get; set; }")]
    [InlineData("public string? [|Name|] { get; set; }")] // a customer name
    [InlineData("public string? [|Alamat|] { get; set; }")]
    [InlineData("public List<string> [|Emails|] { get; } = [];")]
    [InlineData("public string? [|PasswordHash|] { get; set; }")]
    [InlineData("public string? [|Religion|] { get; set; }")]
    [InlineData("public double? [|Latitude|] { get; set; }")]
    [InlineData("public bool EmailConfirmed { get; set; }")]
    [InlineData("public int PhoneCount { get; set; }")]
    [InlineData("public string? EmailTemplate { get; set; }")]
    [InlineData("public Guid UserId { get; set; }")]
    [InlineData("public static string Email => \"\";")]
    [InlineData("private string? email = null; public string? Mine() => email;")]
    [InlineData("[DataCategory(\"contact.email\")] public string? Email { get; set; }")]
    [InlineData("[NotPersonalData(\"of the shop\")] public string? Email { get; set; }")]
    [InlineData("public string? Colour { get; set; }")]
    public Task A_member_of_a_person_is_judged_by_name_and_type(string member) => Verify.VerifyAnalyzerAsync(
        $$"""
        public sealed class Customer
        {
            {{member}}
        }
        """,
        Policies.Shop);

    [Theory]
    [InlineData("Product", "public string? Name { get; set; }")]
    [InlineData("Product", "public string? Address { get; set; }")]
    [InlineData("SmtpOptions", "public string? Email { get; set; }")]
    [InlineData("SmtpOptions", "public string? Password { get; set; }")]
    [InlineData("Warehouse", "public string? [|NoKtp|] { get; set; }")]
    [InlineData("Shipment", "public string? [|PhoneNumber|] { get; set; }")]
    [InlineData("OrderDto", "public string? [|CustomerName|] { get; set; }")]
    public Task Elsewhere_the_name_alone_must_be_telling(string type, string member) => Verify.VerifyAnalyzerAsync(
        $$"""
        public sealed class {{type}}
        {
            {{member}}
        }
        """,
        Policies.Shop);

    [Fact]
    public Task The_message_says_what_why_and_how_sure() => Verify.VerifyAnalyzerAsync(
        """
        [DataSubject("customer")]
        public sealed record Buyer(Guid Id, string? [|NoKtp|]);
        """,
        Policies.Shop,
        "'NoKtp' looks like government.id-number ('no ktp' in its name, text, on a person; score 0.99). Declare it with "
        + "[DataCategory(\"government.id-number\")], or what else it is, or mark it [NotPersonalData(\"why\")].");

    [Fact]
    public Task The_message_names_the_clause_of_data_that_the_policy_has() => Verify.VerifyAnalyzerAsync(
        """
        [DataSubject("customer")]
        public sealed record Buyer(Guid Id, string? [|Email|]);
        """,
        Policies.Shop,
        "or what else it is, or mark it [NotPersonalData(\"why\")]. [SHOP-1, shop.policy.yaml:9]");

    [Fact]
    public Task The_policy_says_how_loud_it_is() => Verify.VerifyAnalyzerAsync(
        """
        public sealed class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        """,
        Policies.Shop);
}

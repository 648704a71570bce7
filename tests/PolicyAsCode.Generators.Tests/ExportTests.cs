using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>What comes into a copy, what of it into one by portability, and what can be corrected.</summary>
public sealed class ExportTests
{
    private const string Policy = """
        policy: shop
        version: 3
        controller: { name: Shop, email: privacy@shop.example, phone: "+62 21 000", time-zone: Asia/Jakarta }
        subjects:
          customer: { origin: decision }
        sources:
          registration: { origin: decision, from: person }
          visit: { origin: decision, from: device }
          public-profile: { origin: decision, from: public }
        data:
          contact.email:
            of: customer
            clause: SHOP-1
            collected: registration
            for: [communication, security]
            keep: { for: 2 years, from: last-purchase, then: erase }
          contact.phone:
            of: customer
            clause: SHOP-1
            collected: public-profile
            for: communication
            keep: { for: 2 years, from: last-purchase, then: erase }
          device.ip-address:
            of: customer
            clause: SHOP-1
            collected: visit
            for: communication
            keep: { for: 2 years, from: last-purchase, then: erase }
          government.id-number:
            of: customer
            clause: SHOP-1
            collected: registration
            for: legal-compliance
            keep: { for: 2 years, from: last-purchase, then: erase }
          inference.recommendation:
            of: customer
            clause: SHOP-1
            for: communication
            keep: { for: 2 years, from: last-purchase, then: erase }
          account.password:
            of: customer
            clause: SHOP-1
            collected: registration
            for: communication
            keep: { for: 2 years, from: last-purchase, then: erase }
          communication.message:
            of: customer
            clause: SHOP-1
            for: communication
            keep: { for: 2 years, from: message-sent, then: erase }
          contact.name:
            of: customer
            clause: SHOP-1
            for: communication
            keep: { for: 2 years, from: last-purchase, then: erase }
        purposes:
          communication: { clause: SHOP-1, basis: contract }
          security: { clause: SHOP-1, basis: legitimate-interests }
          legal-compliance: { clause: SHOP-1, basis: legal-obligation }
        recipients:
          email-provider: { clause: SHOP-1, role: processor, receives: contact, for: communication, region: ID }
          authority: { clause: SHOP-1, role: authority, receives: government, for: legal-compliance, on-legal-request: true }
        rights:
          access: { origin: decision, within: 72 hours }
        enforce: { default: error }
        """;

    private const string Code = """
        using System;
        using Microsoft.EntityFrameworkCore;
        using PolicyAsCode;
        using PolicyAsCode.EntityFrameworkCore;

        namespace Shop;

        [DataSubject("customer")]
        public sealed class Customer
        {
            public int Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
            [DataCategory("device.ip-address")] public string? Address { get; set; }
            [DataCategory("government.id-number")] public string? TaxNumber { get; set; }
            [DataCategory("inference.recommendation")] public string? Segment { get; set; }
            [DataCategory("account.password")] public string? Pin { get; set; }
            [DataCategory("contact.email")] public string? SecurityStamp { get; set; }
            public string? Remark { get; set; }
            [RetentionAnchor("last-purchase")] public DateTimeOffset? LastPurchaseAt { get; set; }
        }

        public sealed class Message
        {
            public int Id { get; init; }
            public int? SenderId { get; set; }
            public Customer? Sender { get; set; }
            public int? RecipientId { get; set; }
            public Customer? Recipient { get; set; }
            [DataCategory("contact.name")] public string? SenderName { get; set; }
            [DataCategory("contact.name")] public string? RecipientName { get; set; }
            [DataCategory("communication.message")] public string? Text { get; set; }
            [RetentionAnchor("message-sent")] public DateTimeOffset SentAt { get; init; }
        }

        [PrivacyOperations]
        public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Message> Messages => Set<Message>();
        }
        """;

    [Theory]
    [InlineData("Email", "contact.email", ", IsPortable = true")]
    [InlineData("Address", "device.ip-address", ", IsPortable = true")]
    [InlineData("Phone", "contact.phone", "")]
    [InlineData("TaxNumber", "government.id-number", "")]
    [InlineData("Segment", "inference.recommendation", "")]
    [InlineData("Pin", "account.password", ", IsWithheld = true")]
    [InlineData("SecurityStamp", "contact.email", ", IsWithheld = true")]
    public void What_the_person_provided_by_consent_or_contract_can_be_taken_along(string field, string category, string said) =>
        Assert.Contains($$"""new("{{field}}") { Categories = ["{{category}}"]{{said}} },""", Export(Code, Policy), StringComparison.Ordinal);

    [Fact]
    public void A_secret_is_not_even_read()
    {
        var export = Export(Code, Policy);
        Assert.Contains("customer.Email,", export, StringComparison.Ordinal);
        Assert.DoesNotContain("customer.Pin", export, StringComparison.Ordinal);
        Assert.DoesNotContain("customer.SecurityStamp", export, StringComparison.Ordinal);
        Assert.DoesNotContain("customer.Remark", export, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_row_of_two_people_a_copy_has_one_side_and_what_both_have_seen()
    {
        var export = Export(Code, Policy);
        var sender = Between(export, "ExportQuery MessagesOfCustomerAsSender(", "private static");
        Assert.Contains("message.SenderId == id", sender, StringComparison.Ordinal);
        Assert.Contains("message.SenderName,", sender, StringComparison.Ordinal);
        Assert.Contains("message.Text,", sender, StringComparison.Ordinal);
        Assert.DoesNotContain("Recipient", sender, StringComparison.Ordinal);
        var recipient = Between(export, "ExportQuery MessagesOfCustomerAsRecipient(", "private static");
        Assert.Contains("message.RecipientName,", recipient, StringComparison.Ordinal);
        Assert.DoesNotContain("Sender", recipient, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_policy_says_of_a_category_is_told()
    {
        var email = Between(Export(Code, Policy), "new(new(\"contact.email\"", "Clauses =");
        Assert.Contains("new(new(\"communication\", \"Communication\", \"Komunikasi\"), \"contract\"),", email, StringComparison.Ordinal);
        Assert.Contains("\"legitimate-interests\"),", email, StringComparison.Ordinal);
        Assert.Contains("new(new(\"email-provider\"", email, StringComparison.Ordinal);
        Assert.Contains("false, [\"ID\"], null),", email, StringComparison.Ordinal);
        Assert.Contains("\"person\"),", email, StringComparison.Ordinal);
        var tax = Between(Export(Code, Policy), "new(new(\"government.id-number\"", "Clauses =");
        Assert.Contains("new(new(\"authority\"", tax, StringComparison.Ordinal);
        Assert.DoesNotContain("email-provider", tax, StringComparison.Ordinal);
        Assert.Contains("Rights = [\"access\"]", Export(Code, Policy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email", "")]
    [InlineData("Phone", "")]
    [InlineData("Segment", ", FixedFieldReason.Concluded")]
    [InlineData("Pin", ", FixedFieldReason.Secret")]
    public void What_can_be_corrected_is_listed_and_what_cannot_with_its_reason(string field, string reason) =>
        Assert.Contains($"new(\"{field}\"{reason}),", Run(Code, Policy).File("Privacy.Rectification.g.cs"), StringComparison.Ordinal);

    /// <summary>What erases nobody exports nobody: there is no other way to a copy than the plan of an erasure.</summary>
    [Fact]
    public void Without_an_erasure_there_is_no_copy()
    {
        var code = Code.Replace("string? SenderName", "string? AuthorName", StringComparison.Ordinal);
        var run = Run(code, Policy);
        Assert.DoesNotContain("EraseCustomerAsync", run.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("ExportCustomerAsync", run.File("Privacy.Export.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("CorrectCustomerAsync", run.File("Privacy.Rectification.g.cs"), StringComparison.Ordinal);
    }

    private static string Export(string code, string policy) => Run(code, policy).File("Privacy.Export.g.cs")!;

    private static GeneratorRun Run(string code, string policy)
    {
        var run = GeneratorRun.Start(code, policy);
        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity != DiagnosticSeverity.Hidden));
        return run;
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, from);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}

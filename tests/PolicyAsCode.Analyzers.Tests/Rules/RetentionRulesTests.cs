using PolicyAsCode.Analyzers.Rules.Retention;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class RetentionRulesTests
{
    private const string Root = """
        using Microsoft.EntityFrameworkCore;
        using System.ComponentModel.DataAnnotations;

        """;

    // One customer, kept two years from the last purchase; {0} is more of the model.
    private static string Model(
        string more = "", string sets = "",
        string anchor = "[RetentionAnchor(\"last-purchase\")] public DateTimeOffset? LastPurchaseAt { get; set; }") => Root + $$"""
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            {{anchor}}
        }
        {{more}}
        public class Shop(DbContextOptions options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            {{sets}}
        }
        """;

    [Fact]
    public Task What_is_kept_for_another_subject_has_no_retention_here() =>
        CSharpAnalyzerVerifier<StoredWithoutRetentionRule>.VerifyAnalyzerAsync(
            Model("""
                [DataSubject("staff")]
                public class Cashier
                {
                    public Guid Id { get; init; }
                    [DataCategory("contact.email")] public string? [|Email|] { get; set; }
                }
                """, "public DbSet<Cashier> Cashiers => Set<Cashier>();"),
            Policies.Shop,
            "'Cashier.Email' stores contact.email, but The Shop keeps it of customer only, and this is of staff [SHOP-1, shop.policy.yaml:9]");

    [Fact]
    public Task What_is_kept_for_this_subject_has_one() =>
        CSharpAnalyzerVerifier<StoredWithoutRetentionRule>.VerifyAnalyzerAsync(Model(), Policies.Shop);

    // It is PAC2006.
    [Fact]
    public Task What_is_never_stored_has_none_and_needs_none() =>
        CSharpAnalyzerVerifier<StoredWithoutRetentionRule>.VerifyAnalyzerAsync(
            Model(),
            Policies.Shop.Replace("""
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
                    protect: [redacted-in-logs]
                  contact.phone
                """, """
                keep: never-stored
                  contact.phone
                """));

    [Fact]
    public Task An_undeclared_type_that_is_not_stored_is_left_alone() =>
        CSharpAnalyzerVerifier<StoredWithoutRetentionRule>.VerifyAnalyzerAsync(
            Model("""
                [DataSubject("staff")]
                public sealed record CashierDto(Guid Id, [DataCategory("contact.email")] string? Email);
                """),
            Policies.Shop);

    [Theory]
    [InlineData("", true)]
    [InlineData("[RetentionAnchor(\"last-activity\")] public DateTimeOffset? At { get; set; }", true)]
    [InlineData("[RetentionAnchor(\"last-purchase\")] public DateTimeOffset? At { get; set; }", false)]
    [InlineData("[RetentionAnchor(\"last-purchase\")] public DateOnly At { get; set; }", false)]
    public Task An_anchor_must_be_there(string anchor, bool missing)
    {
        var code = Model(anchor: anchor);
        return CSharpAnalyzerVerifier<AnchorMissingRule>.VerifyAnalyzerAsync(
            missing ? code.Replace("Email {", "[|Email|] {") : code, Policies.Shop,
            missing ? ["'Customer.Email' (contact.email) is kept from last-purchase, but no date of 'Customer'"] : []);
    }

    [Theory]
    [InlineData("", "", "[SHOP-1, shop.policy.yaml:13]")] // a decision on what a clause says
    [InlineData("keep: { origin: decision, for: 2 years", "keep: { clause: SHOP-9, for: 2 years", "[SHOP-9, shop.policy.yaml:13]")]
    public Task The_clause_of_the_data_is_cited_where_its_retention_has_none(string kept, string other, string cited) =>
        CSharpAnalyzerVerifier<AnchorMissingRule>.VerifyAnalyzerAsync(
            Model(anchor: "").Replace("Email {", "[|Email|] {"),
            kept.Length == 0 ? Policies.Shop : Policies.Shop.Replace(kept, other), cited);

    [Fact]
    public Task An_anchor_must_be_a_date() =>
        CSharpAnalyzerVerifier<AnchorMissingRule>.VerifyAnalyzerAsync(
            Model(anchor: "[RetentionAnchor(\"last-purchase\")] public string? [|LastPurchaseAt|] { get; set; }"),
            Policies.Shop,
            "'Customer.LastPurchaseAt' is the anchor 'last-purchase', but is no date");

    [Fact]
    public Task The_anchor_of_what_it_belongs_to_counts() =>
        CSharpAnalyzerVerifier<AnchorMissingRule>.VerifyAnalyzerAsync(
            Model("""
                public class Address
                {
                    public Guid Id { get; init; }
                    public Guid CustomerId { get; init; }
                    [DataCategory("contact.phone")] public string? Phone { get; set; }
                }
                """, "public DbSet<Address> Addresses => Set<Address>();"),
            Policies.Shop);

    [Theory]
    [InlineData("public Guid CustomerId { get; init; }", false)]
    [InlineData("public Customer? Buyer { get; init; }", false)]
    [InlineData("[System.ComponentModel.DataAnnotations.Schema.ForeignKey(nameof(Buyer))] public Guid Who { get; init; } public Customer? Buyer { get; init; }", false)]
    [InlineData("public Guid BuyerKey { get; init; } public Cashier? By { get; init; }", true)]
    public Task An_entity_with_data_leads_to_its_subject(string link, bool lost) =>
        CSharpAnalyzerVerifier<EntityUnreachableRule>.VerifyAnalyzerAsync(
            Model($$"""
                public class {{(lost ? "[|Address|]" : "Address")}}
                {
                    public Guid Id { get; init; }
                    {{link}}
                    [DataCategory("contact.phone")] public string? Phone { get; set; }
                }
                [DataSubject("staff")] public class Cashier { public Guid Id { get; init; } }
                """, "public DbSet<Address> Addresses => Set<Address>();"),
            Policies.Shop,
            lost ? ["'Address' stores contact.phone, but no navigation or foreign key leads from it to the entity of its subject, customer ([DataSubject(\"customer\")])"] : []);

    [Fact]
    public Task A_collection_of_the_subject_leads_to_it_too() =>
        CSharpAnalyzerVerifier<EntityUnreachableRule>.VerifyAnalyzerAsync(
            Model("""
                public class Address
                {
                    public Guid Id { get; init; }
                    [DataCategory("contact.phone")] public string? Phone { get; set; }
                }
                """, "public DbSet<Address> Addresses => Set<Address>();")
                .Replace("public Guid Id { get; init; }\n    [DataCategory(\"contact.email\")]",
                    "public Guid Id { get; init; }\n    public List<Address> Addresses { get; } = [];\n    [DataCategory(\"contact.email\")]"),
            Policies.Shop);

    [Fact]
    public Task An_owned_type_is_part_of_its_owner() =>
        CSharpAnalyzerVerifier<EntityUnreachableRule>.VerifyAnalyzerAsync(
            Model("""
                public class Reach { [DataCategory("contact.phone")] public string? Phone { get; set; } }
                [DataSubject("staff")] public class Cashier { public Guid Id { get; init; } }
                public class [|Visit|]
                {
                    public Guid Id { get; init; }
                    public Cashier? By { get; set; }
                    public Reach Reach { get; set; } = new();
                }
                """, "public DbSet<Visit> Visits => Set<Visit>();"),
            Policies.Shop);

    // What the generator marks a context with; without it nothing is generated that could claim too much.
    private const string Generated =
        "\nnamespace PolicyAsCode.EntityFrameworkCore { public sealed class PrivacyOperationsAttribute : Attribute; }";

    [Theory]
    [InlineData("public Reach? Home { get; set; }", "public class Reach { [DataCategory(\"contact.phone\")] public string? Phone { get; set; } }", null)]
    [InlineData("public List<Reach> Homes { get; } = [];", "public class Reach { [DataCategory(\"contact.phone\")] public string? Phone { get; set; } }", null)]
    [InlineData("public Reach Home { get; set; }", "public struct Reach { [DataCategory(\"contact.phone\")] public string? Phone { get; set; } }", null)]
    [InlineData("[DataCategory(\"contact.phone\")] public Reach? Home { get; set; }", "public class Reach { public string? Phone { get; set; } }", null)]
    [InlineData("public Reach? Home { get; set; }", "public class Reach { public string? Phone { get; set; } }", null)]
    [InlineData("", "public class Member : Customer { [DataCategory(\"contact.phone\")] public string? Phone { get; set; } }", null, "public DbSet<Member> Members => Set<Member>();")]
    [InlineData("", "public class Member : Customer { [DataCategory(\"contact.phone\")] public string? Phone { get; set; } }", null)]
    [InlineData("", "public class [|Letter|] { public int Id { get; set; } public Customer? From { get; set; } public Customer? To { get; set; } [DataCategory(\"contact.phone\")] public string? Text { get; set; } }", "'Letter' with personal data refers to 'Customer' more than once", "public DbSet<Letter> Letters => Set<Letter>();")]
    [InlineData("", "public class Letter { public int Id { get; set; } public int? FromId { get; set; } public int? ToId { get; set; } public Customer? From { get; set; } public Customer? To { get; set; } [DataCategory(\"contact.phone\")] public string? FromPhone { get; set; } }", null, "public DbSet<Letter> Letters => Set<Letter>();")]
    [InlineData("", "public class Letter { public int Id { get; set; } public Customer? From { get; set; } [DataCategory(\"contact.phone\")] public string? Text { get; set; } }", null, "public DbSet<Letter> Letters => Set<Letter>();")]
    public async Task What_no_plan_covers_is_said_where_code_is_generated(string onCustomer, string more, string? said, string sets = "")
    {
        var code = Model(more, sets, onCustomer + " [RetentionAnchor(\"last-purchase\")] public DateTimeOffset? LastPurchaseAt { get; set; }");
        await CSharpAnalyzerVerifier<EntityUnreachableRule>.VerifyAnalyzerAsync(
            code + Generated, Policies.Shop, said is null ? [] : [said]);
        await CSharpAnalyzerVerifier<EntityUnreachableRule>.VerifyAnalyzerAsync(
            code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), Policies.Shop);
    }

    [Fact]
    public Task A_context_for_which_nothing_is_generated_is_found() =>
        CSharpAnalyzerVerifier<OperationsNotGeneratedRule>.VerifyAnalyzerAsync(
            // The generator says so of another context.
            Model().Replace("class Shop(", "class [|Shop|](", StringComparison.Ordinal)
                .Replace("DataAnnotations;", "DataAnnotations;\n[assembly: PolicyAsCode.EntityFrameworkCore.GeneratedPrivacy]", StringComparison.Ordinal)
            + Generated + "\nnamespace PolicyAsCode.EntityFrameworkCore { public sealed class GeneratedPrivacyAttribute : Attribute; }",
            Policies.Shop,
            "'Shop' stores contact.email, and nothing is generated that deletes it in time or on request, as The Shop promises "
            + "[SHOP-1, shop.policy.yaml:13]. Mark the context [PrivacyOperations].");

    private const string Marked = "[PolicyAsCode.EntityFrameworkCore.PrivacyOperations] public class Shop(";

    [Theory]
    [InlineData("public class Shop(", "", "")] // nothing is generated anywhere
    [InlineData(Marked, Generated, "")]
    [InlineData(Marked, Generated, "public class Reading(DbContextOptions options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }")]
    [InlineData(Marked, Generated, "public sealed class ShopOnSqlite(DbContextOptions options) : Shop(options);")]
    [InlineData(Marked, Generated, "public abstract class Base(DbContextOptions options) : DbContext(options) { public DbSet<Guest> Guests => Set<Guest>(); } [DataSubject(\"customer\")] public class Guest { public int Id { get; set; } [DataCategory(\"contact.email\")] public string? Email { get; set; } }")]
    [InlineData(Marked, Generated, "public class Stock(DbContextOptions options) : DbContext(options) { public DbSet<Shelf> Shelves => Set<Shelf>(); } public class Shelf { public int Id { get; set; } }")]
    [InlineData(Marked, Generated, "public class [|Letters|](DbContextOptions options) : DbContext(options) { public DbSet<Reader> Readers => Set<Reader>(); } [DataSubject(\"customer\")] public class Reader { public int Id { get; set; } [DataCategory(\"contact.email\")] public string? Email { get; set; } }")]
    [InlineData(Marked, Generated, "public sealed class [|More|](DbContextOptions options) : Shop(options) { public DbSet<Reader> Readers => Set<Reader>(); } [DataSubject(\"customer\")] public class Reader { public int Id { get; set; } [DataCategory(\"contact.email\")] public string? Email { get; set; } }")]
    public Task A_context_is_asked_for_rows_that_no_other_one_covers(string shop, string generated, string more) =>
        CSharpAnalyzerVerifier<OperationsNotGeneratedRule>.VerifyAnalyzerAsync(
            Model().Replace("public class Shop(", shop, StringComparison.Ordinal) + "\n" + more + generated, Policies.Shop);

    [Theory]
    [InlineData("public Guid CustomerId { get; init; }", true)]
    [InlineData("public Guid CustomerId { get; init; } public Customer? Customer { get; init; }", false)]
    public Task Generated_code_reads_an_anchor_over_navigations(string link, bool missing) =>
        CSharpAnalyzerVerifier<AnchorMissingRule>.VerifyAnalyzerAsync(
            Model($$"""
                public class Address
                {
                    public Guid Id { get; init; }
                    {{link}}
                    [DataCategory("contact.phone")] public string? {{(missing ? "[|Phone|]" : "Phone")}} { get; set; }
                }
                """, "public DbSet<Address> Addresses => Set<Address>();") + Generated,
            Policies.Shop, missing ? ["nor of what a navigation leads to"] : []);

    private const string Fields = """
        policy: shop
        version: 1
        effective: 2024-01-01
        review-by: 2099-01-01
        controller: { name: The Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }
        subjects:
          customer: { clause: SHOP-3 }
        data:
          contact.email:
            clause: SHOP-1
            of: customer
            for: [communication]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
          identity.birth-date:
            clause: SHOP-1
            of: customer
            for: [communication]
            keep: { origin: decision, for: 1 year, from: last-purchase, then: erase }
          transaction.order:
            clause: SHOP-2
            of: customer
            for: [transactions]
            keep: { origin: decision, at-least: 10 years, because: tax law, from: last-purchase, then: anonymise }
        purposes:
          communication: { clause: SHOP-1, basis: contract }
          transactions: { clause: SHOP-2, basis: contract }
        """;

    [Theory]
    [InlineData("DateOnly [|BornOn|] { get; set; }")] // goes a year before the row
    [InlineData("DateOnly? BornOn { get; set; }")]
    [InlineData("string BornOn { get; set; } = \"\";")]
    public Task A_field_that_goes_before_its_row_must_be_blankable(string field) =>
        CSharpAnalyzerVerifier<FieldNotErasableRule>.VerifyAnalyzerAsync(
            Model(anchor: $$"""
                [DataCategory("identity.birth-date")] public {{field}}
                [RetentionAnchor("last-purchase")] public DateTimeOffset? LastPurchaseAt { get; set; }
                """), Fields);

    [Fact]
    public Task A_field_that_goes_with_its_row_may_be_anything() =>
        CSharpAnalyzerVerifier<FieldNotErasableRule>.VerifyAnalyzerAsync(
            Model(anchor: """
                [DataCategory("identity.birth-date")] public DateOnly BornOn { get; set; }
                [RetentionAnchor("last-purchase")] public DateTimeOffset? LastPurchaseAt { get; set; }
                """), Fields.Replace("for: 1 year", "for: 2 years"));

    [Theory]
    [InlineData("Guid [|CustomerId|] { get; set; }", "string Email { get; set; } = \"\";")]
    [InlineData("Guid? CustomerId { get; set; }", "string Email { get; set; } = \"\";")]
    [InlineData("Guid? CustomerId { get; set; }", "Guid [|Email|] { get; set; }")]
    public Task An_anonymised_row_loses_its_link_and_what_identifies(string key, string email) =>
        CSharpAnalyzerVerifier<FieldNotErasableRule>.VerifyAnalyzerAsync(
            Model($$"""
                public class Order
                {
                    public Guid Id { get; init; }
                    public {{key}}
                    [DataCategory("contact.email")] public {{email}}
                    [DataCategory("transaction.order")] public string Note { get; set; } = "";
                }
                """, "public DbSet<Order> Orders => Set<Order>();"),
            Fields);

    [Fact]
    public Task A_unique_text_cannot_be_emptied() =>
        CSharpAnalyzerVerifier<FieldNotErasableRule>.VerifyAnalyzerAsync(
            Model("""
                [Index(nameof(Email), IsUnique = true)]
                public class Order
                {
                    public Guid Id { get; init; }
                    public Guid? CustomerId { get; set; }
                    [DataCategory("contact.email")] public string [|Email|] { get; set; } = "";
                    [DataCategory("transaction.order")] public string Note { get; set; } = "";
                }
                """, "public DbSet<Order> Orders => Set<Order>();"),
            Fields, "'Order.Email' cannot be blanked, but its row outlives it: transaction.order in 'Order.Note' is anonymised and stays");
}

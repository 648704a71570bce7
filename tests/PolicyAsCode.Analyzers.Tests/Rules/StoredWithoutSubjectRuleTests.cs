using PolicyAsCode.Analyzers.Rules.Retention;
using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Retention.StoredWithoutSubjectRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>Rows of which nobody says whose they are.</summary>
public sealed class StoredWithoutSubjectRuleTests
{
    private static string Model(string entity, string? others = null) => $$"""
        using Microsoft.EntityFrameworkCore;
        {{entity}}
        {{others ?? """[DataSubject("customer")] public class Customer { public Guid Id { get; init; } }"""}}
        public class Shop(DbContextOptions options) : DbContext(options)
        {
            public DbSet<Lead> Leads => Set<Lead>();
            public DbSet<Customer> Customers => Set<Customer>();
        }
        """;

    private const string Phone = """public Guid Id { get; init; } [DataCategory("contact.phone")] public string? Phone { get; set; }""";

    // What is PAC2008 is not PAC4003 as well.
    [Theory]
    [InlineData("public class [|Lead|] { " + Phone + " }")]
    [InlineData("public sealed record [|Lead|] { " + Phone + " }")]
    [InlineData("public class [|Lead|] { " + Phone + " public Guid ShopId { get; set; } }")]
    [InlineData("public class [|Lead|] { " + Phone + " public List<Call> Calls { get; } = []; } public class Call { public Guid Id { get; init; } }")]
    [InlineData("public class [|Lead|] { " + Phone + " public Call? Call { get; set; } } public class Call { public Guid Id { get; init; } }")]
    [InlineData("public class [|Lead|] { public Guid Id { get; init; } public Reach? Reach { get; set; } } public class Reach { [DataCategory(\"contact.phone\")] public string? Phone { get; set; } }")]
    [InlineData("public class Person { [DataCategory(\"contact.phone\")] public string? Phone { get; set; } } public class [|Lead|] : Person { public Guid Id { get; init; } }")]
    [InlineData("public class [|Lead|] { " + Phone + " [DataCategory(\"contact.email\")] public string? Email { get; set; } }")]
    public async Task Nobodys(string entity)
    {
        await Verify.VerifyAnalyzerAsync(Model(entity), Policies.Shop, "but The Shop keeps that of customer [SHOP-1, shop.policy.yaml:");
        await CSharpAnalyzerVerifier<EntityUnreachableRule>.VerifyAnalyzerAsync(Model(Unmarked(entity)), Policies.Shop);
    }

    [Theory]
    [InlineData("[DataSubject(\"customer\")] public class Lead { " + Phone + " }")]
    [InlineData("public class Lead { " + Phone + " public Guid CustomerId { get; set; } }")]
    [InlineData("public class Lead { " + Phone + " public Customer? Owner { get; set; } }")]
    [InlineData("public class Lead { " + Phone + " public Call? Call { get; set; } } public class Call { public Guid Id { get; init; } public Guid CustomerId { get; set; } }")]
    [InlineData("[DataSubject(\"customer\")] public class Person { } public class Lead : Person { " + Phone + " }")]
    [InlineData("public class Lead { public Guid Id { get; init; } public string? Text { get; set; } }")]
    [InlineData("public class Lead { public Guid Id { get; init; } [DataCategory(\"special.health\")] public string? NotCollectedIsAnotherRule { get; set; } }")]
    [InlineData("public class Lead { public Guid Id { get; init; } [System.ComponentModel.DataAnnotations.Schema.NotMapped, DataCategory(\"contact.phone\")] public string? Phone { get; set; } }")]
    public Task Somebodys(string entity) => Verify.VerifyAnalyzerAsync(Model(entity), Policies.Shop);

    [Fact]
    public Task The_message_says_what_to_do() => Verify.VerifyAnalyzerAsync(
        Model("public class [|Lead|] { " + Phone + " }"), Policies.Shop,
        "'Lead' stores contact.phone, and neither it nor what it refers to says whose, but The Shop keeps that of customer [SHOP-1, shop.policy.yaml:15]. Mark it [DataSubject(\"customer\")]");

    [Fact]
    public Task A_collection_of_the_subject_says_whose() => Verify.VerifyAnalyzerAsync(
        Model("public class Lead { " + Phone + " }", """
            [DataSubject("customer")] public class Customer { public Guid Id { get; init; } public List<Lead> Leads { get; } = []; }
            """),
        Policies.Shop);

    [Fact]
    public Task A_binding_says_whose() => Verify.VerifyBoundAsync(
        Model("public class Lead { " + Phone + " }"), Policies.Shop,
        """
        bindings: shop
        types: { Lead: { subject: customer } }
        """);

    // One that leads to somebody else's record is told by PAC4003.
    [Fact]
    public async Task Of_somebody_else()
    {
        const string others = """
            [DataSubject("customer")] public class Customer { public Guid Id { get; init; } }
            [DataSubject("staff")] public class Cashier { public Guid Id { get; init; } }
            """;
        await Verify.VerifyAnalyzerAsync(
            Model("public class Lead { " + Phone + " public Cashier? By { get; set; } }", others), Policies.Shop);
        await CSharpAnalyzerVerifier<EntityUnreachableRule>.VerifyAnalyzerAsync(
            Model("public class [|Lead|] { " + Phone + " public Cashier? By { get; set; } }", others), Policies.Shop);
    }

    private static string Unmarked(string code) =>
        code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
}

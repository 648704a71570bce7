using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Retention.BulkPastErasureRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class BulkPastErasureRuleTests
{
    private const string Encrypted = Policies.Shop + """

        protection:
          - { clause: SHOP-9, data: [contact.email, contact.phone], protect: encrypted-at-rest }
        """;

    // Customers' addresses and orders' phones are sealed; {0} is more of the program.
    private static string Model(string more, bool seals = true, bool generates = true) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        using PolicyAsCode.EntityFrameworkCore;
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.name")] public string? Name { get; set; }
        }
        public class Order
        {
            public Guid Id { get; init; }
            public Guid? CustomerId { get; set; }
            public Customer? Customer { get; set; }
            public int Rank { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }
        public class Product { public Guid Id { get; init; } public Guid CustomerId { get; set; } public string? Email { get; set; } }
        {{(generates ? "[PrivacyOperations]" : "")}} public class Shop(DbContextOptions options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Product> Products => Set<Product>();
            protected override void OnModelCreating(ModelBuilder model)
            {
                {{(seals ? "" : "//")}} model.Entity<Customer>(customer => customer.Property(row => row.Email).HasMaxLength(100).IsEncrypted());
                {{(seals ? "" : "//")}} model.Entity<Order>(order => { order.HasSubject(row => row.CustomerId, "customer"); order.Property(row => row.Phone).IsEncrypted(); });
            }
        }
        {{more}}
        namespace PolicyAsCode.EntityFrameworkCore
        {
            public sealed class PrivacyOperationsAttribute : Attribute;
            public interface ISubjectDataStore { Task EraseAsync(string subject, string subjectId); }
            public interface ISubjectErasure { Task EraseAsync(string subject, string subjectId); }
            public static class EncryptionModelBuilderExtensions
            {
                public static EntityTypeBuilder<T> HasSubject<T>(this EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, object?>> id, string kind) where T : class => entity;
                public static PropertyBuilder<T> IsEncrypted<T>(this PropertyBuilder<T> property) => property;
            }
        }
        """;

    private const string Index =
        "public sealed class SearchIndex : ISubjectDataStore { public Task EraseAsync(string subject, string subjectId) => Task.CompletedTask; }";

    private static string Desk(string body) => $$"""
        public sealed class Desk(Shop shop)
        {
            public Task<int> Do(Guid id, string text) => {{body}};
        }
        """;

    [Theory]
    [InlineData("shop.Customers.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => [|c.Email|], text))")]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, text).SetProperty(c => [|c.Email|], c => c.Name))")]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => { set.SetProperty(c => [|c.Email|], \"x@y.example\"); })")]
    [InlineData("shop.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => [|o.CustomerId|], id))")]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, (string?)null))")]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, \"\"))")]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, string.Empty))")]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(valueExpression: c => text, propertyExpression: c => [|c.Email|]))")]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, c => null))")]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, text))")]
    [InlineData("shop.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.CustomerId, (Guid?)null))")]
    [InlineData("shop.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.Rank, 1))")]
    [InlineData("shop.Products.ExecuteUpdateAsync(set => set.SetProperty(p => p.CustomerId, id).SetProperty(p => p.Email, text))")]
    public async Task What_is_sealed_is_not_written_in_bulk(string body)
    {
        var code = Model(Desk(body));
        await Verify.VerifyAnalyzerAsync(code, Encrypted);
        // Neither without the promise, nor where a converter, which bulk updates use too, seals it.
        var clean = code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        await Verify.VerifyAnalyzerAsync(clean, Policies.Shop);
        await Verify.VerifyAnalyzerAsync(
            Model(Desk(body.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)), seals: false), Encrypted);
    }

    /// <summary>In whichever way the model names the column.</summary>
    [Theory]
    [InlineData("Property<string>(\"Email\")")]
    [InlineData("Property<string>(nameof(Customer.Email))")]
    [InlineData("Property<string>(nameof(Email))")]
    [InlineData("Property(row => row.Email!)")]
    [InlineData("Property((Customer row) => (row.Email))")]
    [InlineData("Property(row => (string)row.Email!)")]
    public Task A_sealed_column_is_known_by_its_name(string naming) => Verify.VerifyAnalyzerAsync(
        Model(Desk("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => [|c.Email|], text))"))
            .Replace("customer.Property(row => row.Email)", "customer." + naming, StringComparison.Ordinal)
            .Replace("protected override void OnModelCreating", "private static string Email => \"\"; protected override void OnModelCreating", StringComparison.Ordinal),
        Encrypted);

    [Theory]
    [InlineData("shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => [|c.Email|], text))",
        "'Customer.Email' (contact.email) is written past the encryption that The Shop promises [SHOP-9, shop.policy.yaml:31]: "
        + "a bulk update seals nothing, and is refused when it runs. Change the rows and save them.")]
    [InlineData("shop.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => [|o.CustomerId|], id))",
        "'Order.CustomerId' is changed in bulk, and 'Order.Phone' (contact.phone), which The Shop promises to encrypt "
        + "[SHOP-9, shop.policy.yaml:31], stays sealed under the key of another person. Change the rows and save them.")]
    [InlineData("[|shop.Customers.Where(c => c.Id == id).ExecuteDeleteAsync()|]",
        "'ExecuteDeleteAsync' deletes 'Customer' past the generated erasure, and the keys of what is encrypted stay, though "
        + "The Shop promises that they go [SHOP-1, shop.policy.yaml:13]. Have it erase them.")]
    public Task The_message_says_what_stays(string body, string message) =>
        Verify.VerifyAnalyzerAsync(Model(Desk(body)), Encrypted, message);

    [Theory]
    [InlineData("[|shop.Customers.Where(c => c.Id == id).ExecuteDeleteAsync()|]", Index)]
    [InlineData("shop.Customers.Where(c => c.Id == id).ExecuteDeleteAsync()", "")] // nothing is left anywhere
    [InlineData("shop.Orders.Where(o => o.Id == id).ExecuteDeleteAsync()", Index)]
    [InlineData("shop.Products.ExecuteDeleteAsync()", Index)]
    public Task People_are_not_deleted_past_the_stores(string body, string store) =>
        Verify.VerifyAnalyzerAsync(Model(Desk(body) + store, seals: false), Policies.Shop);

    [Theory]
    [InlineData(false, "the copies outside of the database")]
    [InlineData(true, "the copies outside of the database and the keys of what is encrypted")]
    public Task The_message_of_people_says_what_stays_of_them(bool seals, string what) => Verify.VerifyAnalyzerAsync(
        Model(Desk("[|shop.Customers.ExecuteDeleteAsync()|]") + Index, seals), Policies.Shop,
        $"'ExecuteDeleteAsync' deletes 'Customer' past the generated erasure, and {what} stay, though "
        + "The Shop promises that they go [SHOP-1, shop.policy.yaml:13]. Have it erase them.");

    [Fact]
    public Task Whoever_tells_the_stores_may_delete() => Verify.VerifyAnalyzerAsync(
        Model(Index + """
            public sealed class Leaving(Shop shop, ISubjectDataStore index)
            {
                public async Task Leave(Guid id)
                {
                    await shop.Customers.Where(c => c.Id == id).ExecuteDeleteAsync();
                    await index.EraseAsync("customer", id.ToString());
                }
            }
            public sealed class Erasure(Shop shop) : ISubjectErasure
            {
                public Task EraseAsync(string subject, string subjectId) => shop.Customers.ExecuteDeleteAsync();
            }
            """),
        Encrypted);

    [Fact]
    public Task Where_nothing_is_generated_no_erasure_is_passed_by() => Verify.VerifyAnalyzerAsync(
        Model(Desk("shop.Customers.ExecuteDeleteAsync()") + Index, generates: false), Encrypted);
}

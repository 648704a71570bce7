using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Retention.NeverStoredRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>What the policy uses and never stores; each true case with its clean twin.</summary>
public sealed class NeverStoredRuleTests
{
    private static readonly string Policy = Policies.Shop.Replace("purposes:", """
          payment.card-number:
            clause: SHOP-7
            of: customer
            for: [transactions]
            keep: never-stored
          payment:
            clause: SHOP-2
            of: customer
            for: [transactions]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
        purposes:
        """, StringComparison.Ordinal);

    private const string Code = """
        using System.ComponentModel.DataAnnotations.Schema;
        using System.IO;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;
        public sealed class CheckOut
        {
            [DataCategory("payment.card-number")] public string? Card { get; init; }
            [DataCategory("contact.phone")] public string? Phone { get; init; }
            public int Total { get; init; }
        }

        """;

    private static string Stored(string members) => Code + $$"""
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            {{members}}
        }
        public class Shop(DbContextOptions options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
        }
        """;

    private static Task FindsAsync(string code, params string[] messages) => Verify.VerifyAnalyzerAsync(code, Policy, messages);

    [Theory]
    [InlineData("""[DataCategory("payment.card-number")] public string? [|Card|] { get; set; }""")]
    [InlineData("""[DataCategory("payment.card-number")] public required string [|Card|] { get; init; }""")]
    [InlineData("""[DataCategory("payment.card-number", "contact.phone")] public string? [|Card|] { get; set; }""")]
    [InlineData("""[DataCategory("payment.card-number")] internal string? [|Card|] { get; set; }""")]
    [InlineData("""[NotMapped, DataCategory("payment.card-number")] public string? Card { get; set; }""")]
    [InlineData("""[DataCategory("payment.card-number")] public string? Card => null;""")]
    [InlineData("""[DataCategory("payment.card-number")] private string? Card { get; set; }""")]
    [InlineData("""[DataCategory("payment.card-number")] public static string? Card { get; set; }""")]
    [InlineData("""[DataCategory("contact.phone")] public string? Phone { get; set; }""")]
    [InlineData("""[DataCategory("payment")] public string? Paid { get; set; }""")]
    [InlineData("""[DataCategory("special.health")] public string? Health { get; set; }""")]
    public Task A_member_that_is_mapped_and_one_that_is_not(string member) => FindsAsync(Stored(member));

    [Fact]
    public Task The_message_names_the_statement() => FindsAsync(
        Stored("""[DataCategory("payment.card-number")] public string? [|Card|] { get; set; }"""),
        "'Customer.Card' stores payment.card-number, but The Shop says that it is never stored [SHOP-7, shop.policy.yaml:31]. Mark it [NotMapped]");

    [Theory]
    [InlineData("public List<Slip> Slips { get; } = [];", "[|Card|]")]
    [InlineData("public Slip? Slip { get; set; }", "[|Card|]")]
    [InlineData("[NotMapped] public Slip? Slip { get; set; }", "Card")]
    [InlineData("", "Card")]
    public Task What_an_entity_owns_is_stored_with_it(string member, string card) => FindsAsync(Stored(member) + $$"""

        public class Slip { [DataCategory("payment.card-number")] public string? {{card}} { get; set; } }
        """);

    [Fact]
    public Task A_prohibition_forbids_what_is_kept_otherwise() => Verify.VerifyAnalyzerAsync(
        Stored("""
            [DataCategory("contact.phone")] public string? [|Phone|] { get; set; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            """),
        Policies.Shop.Replace("""
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
                protect: [redacted-in-logs]
              contact.name
            """, """
            keep: never-stored
              contact.name
            """, StringComparison.Ordinal) + """

        never:
          - { clause: SHOP-9, action: store, data: contact.phone }
        """,
        "stores contact.phone, but The Shop says that it is never stored [SHOP-9, shop.policy.yaml:");

    [Fact]
    public Task Never_stored_of_one_subject_is_said_of_that_one() => Verify.VerifyAnalyzerAsync(
        Stored("""[DataCategory("contact.phone")] public string? Phone { get; set; }""").Replace("public class Shop(", """
            [DataSubject("staff")]
            public class Cashier { public Guid Id { get; init; } [DataCategory("contact.phone")] public string? [|Phone|] { get; set; } }
            public class Shop(
            """, StringComparison.Ordinal).Replace("public DbSet", "public DbSet<Cashier> Cashiers => Set<Cashier>();\n    public DbSet", StringComparison.Ordinal),
        Policies.Shop.Replace("customer: { clause: SHOP-3 }", "customer: { clause: SHOP-3 }\n  staff: { clause: SHOP-3 }", StringComparison.Ordinal)
            .Replace("""
              contact.phone:
                clause: SHOP-1
                of: customer
                for: [transactions]
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
                protect: [redacted-in-logs]
            """, """
              contact.phone:
                - clause: SHOP-1
                  of: customer
                  for: [transactions]
                  keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
                - clause: SHOP-1
                  of: staff
                  for: [transactions]
                  keep: never-stored
            """, StringComparison.Ordinal));

    // Each row with its clean twin.
    [Theory]
    [InlineData("""customer.Paid = [|order.Card|];""", """customer.Paid = order.Total.ToString();""")]
    [InlineData("""customer.Paid = [|$"by {order.Card}"|];""", """customer.Free = order.Card;""")]
    [InlineData("""var text = "by " + order.Card; customer.Paid = [|text|];""", """var text = "by " + order.Card; Console.WriteLine(text);""")]
    [InlineData("""Write(customer, [|order.Card|]);""", """Write(customer, order.Total.ToString());""")]
    [InlineData("""Between(customer, [|order.Card|]);""", """Nowhere(order.Card);""")]
    [InlineData("""_ = new Customer { Paid = [|order.Card|] };""", """_ = new Customer { Free = order.Card };""")]
    [InlineData("""File.WriteAllText("cards", [|order.Card|]);""", """File.WriteAllText("phones", order.Phone);""")]
    [InlineData("""File.AppendAllLines("cards", [[|order.Card|]!]);""", """File.AppendAllLines("phones", [order.Phone!]);""")]
    [InlineData("""await File.WriteAllTextAsync("cards", [|System.Text.Json.JsonSerializer.Serialize(order)|]);""", """await File.WriteAllTextAsync("cards", System.Text.Json.JsonSerializer.Serialize(order.Total));""")]
    [InlineData("""await cache.SetStringAsync("card", [|order.Card|]!);""", """await cache.SetStringAsync("phone", order.Phone!);""")]
    [InlineData("""memory.Set("order", [|order|]);""", """memory.Set("total", order.Total);""")]
    [InlineData("""Keep([|order.Card|]!);""", """Keep(order.Phone!);""")]
    [InlineData("""File.WriteAllText("cards", [|Mask(order.Card)|]);""", """File.WriteAllText("cards", Count(order.Card));""")]
    public async Task What_is_written_where_it_stays_and_the_clean_twin(string reported, string clean)
    {
        await FindsAsync(Service(reported));
        await FindsAsync(Service(clean));

        static string Service(string body) => Stored("""
            [DataCategory("payment")] public string? Paid { get; set; }
            [NotMapped, DataCategory("payment")] public string? Free { get; set; }
            """) + $$"""

            public sealed class Service(IDistributedCache cache, IMemoryCache memory)
            {
                public async Task Run(Customer customer, CheckOut order)
                {
                    await Task.Yield();
                    {{body}}
                    GC.KeepAlive((cache, memory));
                }
                static void Write(Customer customer, string? text) => customer.Paid = text;
                static void Between(Customer customer, string? text) => Write(customer, "by " + text);
                static void Nowhere(string? text) { }
                void Keep(string text) => cache.SetString("kept", text);
                static string Mask(string? text) => "*" + text;
                [Anonymises(DataForm.Anonymised)] static string Count(string? text) => "1";
            }
            """;
    }

    [Fact]
    public Task The_message_tells_the_way() => FindsAsync(
        Stored("""[DataCategory("payment")] public string? Paid { get; set; }""") + """

        public static class Books
        {
            public static void Enter(Customer customer, string? text) => customer.Paid = text;
            public static void Archive(string? text) => File.WriteAllText("a", text);
            public static void Run(Customer customer, CheckOut order)
            {
                Enter(customer, [|order.Card|]);
                Archive([|order.Card|]);
            }
        }
        """,
        "'order.Card' carries payment.card-number into 'Customer.Paid', which is stored, by way of Books.Enter, but The Shop says that it is never stored [SHOP-7",
        "'order.Card' puts payment.card-number where it stays (File.WriteAllText), by way of Books.Archive, but The Shop says");

    [Fact]
    public Task A_policy_that_stores_all_that_it_uses_asks_nothing() => Verify.VerifyAnalyzerAsync(
        Stored("""[DataCategory("contact.phone")] public string? Phone { get; set; }"""), Policies.Shop);
}

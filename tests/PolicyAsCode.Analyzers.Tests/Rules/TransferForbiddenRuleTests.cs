using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.TransferForbiddenRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>What is sold, rented and traded, and what is only handed over.</summary>
public sealed class TransferForbiddenRuleTests
{
    private static string Never => DisclosureShop.Policy + "\nnever:\n  - { clause: SHOP-9, action: sell }\n";

    private const string Brokers = """
        [Transfers(DataTransfer.Sell)] public interface IBroker { void Offer(object? all); void OfferAll(IEnumerable<string?> all); }
        public interface IMarket { [Transfers(DataTransfer.Sell)] void Sell(string? text, int price); void Keep(string? text); }
        public sealed class Market : IMarket { public void Sell(string? text, int price) { } public void Keep(string? text) { } }
        public static class Lists
        {
            public static void Put([Transfers(DataTransfer.Rent)] string? text, string? note) { }
            [Transfers(DataTransfer.Trade)] public static void Swap(string? text) { }
        }

        """;

    private static Task FindsAsync(string code, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(DisclosureShop.Code + Brokers + code, Never, messages);

    // Each row with its clean twin.
    [Theory]
    [InlineData("""broker.Offer([|customer.Email|]);""", """broker.Offer(customer.Points);""")]
    [InlineData("""broker.Offer([|customer|]);""", """broker.Offer(new Product("tea"));""")]
    [InlineData("""broker.OfferAll([|customers.Select(one => one.Email)|]);""", """broker.OfferAll(customers.Select(one => one.Points.ToString()));""")]
    [InlineData("""market.Sell([|customer.Email|], customer.Points);""", """market.Keep(customer.Email);""")]
    [InlineData("""own.Sell($"to {[|customer.Phone|]}", 1);""", """own.Keep($"to {customer.Phone}");""")]
    [InlineData("""var list = new List<string?>(); list.Add(customer.Email); broker.OfferAll([|list|]);""", """var list = new List<string?>(); list.Add("tea"); broker.OfferAll(list);""")]
    [InlineData("""broker.Offer([|Text.Hash(customer.Email)|]);""", """broker.Offer(Number.Of(customer.Email));""")]
    [InlineData("""Between([|customer.Email|]);""", """Elsewhere(customer.Email);""")]
    [InlineData("""Farther(1, [|customer.Phone|]);""", """Farther(1, "tea");""")]
    [InlineData("""customers.ForEach(one => broker.Offer([|one.Email|]));""", """customers.ForEach(one => broker.Offer(one.Points));""")]
    public async Task Sold_and_the_clean_twin(string reported, string clean)
    {
        await FindsAsync(Service(reported));
        await FindsAsync(Service(clean));

        static string Service(string body) => $$"""
            public sealed record Product(string Name);
            public static class Number { [Anonymises(DataForm.Anonymised)] public static string Of(string? text) => "1"; }
            public sealed class Service(IBroker broker, IMarket market, Market own)
            {
                public void Run(Customer customer, List<Customer> customers)
                {
                    {{body}}
                    GC.KeepAlive((broker, market, own));
                }
                void Between(string? text) => market.Sell("to " + text, 1);
                void Farther(int times, string? text) { if (times > 0) Between(text); }
                static void Elsewhere(string? text) { }
            }
            """;
    }

    [Fact]
    public Task The_message_names_the_clause_and_the_way() => FindsAsync(
        """
        public sealed class Service(IMarket market)
        {
            void Between(string? text) => market.Sell(text, 1);
            public void One(Customer customer) => market.Sell([|customer.Email|], 1);
            public void Two(Customer customer) => Between([|customer.Email|]);
        }
        """,
        "'customer.Email' hands contact.email to 'IMarket.Sell', where it is sold, but The Shop forbids that [SHOP-9, shop.policy.yaml:",
        "'customer.Email' hands contact.email to 'IMarket.Sell', by way of Service.Between, where it is sold, but");

    // Renting and trading are not forbidden in so many words; nobody is granted them either.
    [Fact]
    public Task What_nobody_is_granted_is_forbidden_too() => FindsAsync(
        """
        public static class Service
        {
            public static void Run(Customer customer)
            {
                Lists.Put([|customer.Email|], customer.Phone);
                Lists.Swap([|customer.Email|]);
            }
        }
        """,
        "'customer.Email' hands contact.email to 'Lists.Put', where it is rented out, but The Shop grants that to nobody [SHOP-1",
        "to 'Lists.Swap', where it is traded, but");

    [Fact]
    public Task What_is_granted_is_allowed() => Verify.VerifyAnalyzerAsync(
        DisclosureShop.Code + """
        public static class Lists { [Transfers(DataTransfer.Sell)] public static void Sell([Recipient("research-partner")] string? text) { } [Transfers(DataTransfer.Rent)] public static void Rent([Recipient("research-partner")] string? text) { } }
        public static class Service
        {
            public static void Run(Customer customer) { Lists.Sell(customer.Email); Lists.Sell([|customer.Phone|]); Lists.Rent([|customer.Email|]); }
        }
        """,
        DisclosureShop.Policy.Replace("as: pseudonymised,", "action: sell,", StringComparison.Ordinal));

    [Fact]
    public Task The_sellers_own_code_was_told_where_it_is_called() => FindsAsync(
        """
        public sealed class Broker(IMarket market) : IBroker
        {
            public void Offer(object? all) => market.Sell(all?.ToString(), 1);
            public void OfferAll(IEnumerable<string?> all) { foreach (var one in all) market.Sell(one, 1); }
        }
        public sealed class Service(Broker broker)
        {
            public void Run(Customer customer) => broker.Offer([|customer.Email|]);
        }
        """);

    [Fact]
    public Task What_is_not_collected_is_another_rules_but_for_what_nobody_may_sell() => FindsAsync(
        """
        public sealed class Note { [DataCategory("special.health")] public string? Text { get; set; } }
        public static class Service
        {
            public static void Run(Note note, IBroker broker) { broker.Offer([|note.Text|]); Lists.Swap(note.Text); }
        }
        """);
}

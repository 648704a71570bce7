using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.RegionNotStatedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>Where data goes, and where the policy says that it goes; each true case with its clean twin.</summary>
public sealed class RegionNotStatedRuleTests
{
    private const string Bindings = """
        bindings: shop
        hosts:
          us.mails.example: email-provider
          id.mails.example: email-provider
          mails.example: email-provider
          unplaced.example: email-provider
        regions:
          us.mails.example: US
          id.mails.example: ID
          "*.courier.example": SG
          home.courier.example: ID
        """;

    private const string Code = """
        using System.Net.Http;
        using System.Net.Http.Json;
        [Recipient("delivery-provider")]
        public sealed class Courier(HttpClient http)
        {
            public Task Abroad(string? text) => http.PostAsJsonAsync("https://api.courier.example", text);
            public Task Home(string? text) => http.PostAsJsonAsync("https://home.courier.example", text);
        }
        public class Customer
        {
            public int Points { get; set; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }
        public static class Text { [Anonymises(DataForm.Anonymised)] public static string Count(string? text) => "1"; [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#"; }

        """;

    private static string Policy(string email = "region: ID,", string home = "ID", string delivery = "region: ID,") => Policies.Shop
        .Replace("time-zone: Asia/Jakarta }", $"time-zone: Asia/Jakarta{(home.Length > 0 ? ", region: " + home : "")} }}", StringComparison.Ordinal)
        + $$"""


        recipients:
          email-provider: { clause: SHOP-5, {{email}} receives: contact.email, for: communication }
          delivery-provider: { clause: SHOP-4, {{delivery}} receives: contact.phone, for: transactions }
        """;

    private static Task FindsAsync(string body, string policy, params string[] messages) => Verify.VerifyBoundAsync(
        Code + $$"""
        public sealed class Service(HttpClient http, Courier courier)
        {
            const string Us = "https://us.mails.example";
            const string Id = "https://id.mails.example";
            public async Task Run(Customer customer, List<Customer> all)
            {
                await Task.Yield();
                GC.KeepAlive(courier);
                {{body}}
            }
            Task ToUs(object? body) => http.PostAsJsonAsync(Us, body);
            Task ToId(object? body) => http.PostAsJsonAsync(Id, body);
            Task Between(string? text) => ToUs("to " + text);
        }
        """, policy, Bindings, messages);

    [Theory]
    [InlineData("await http.PostAsJsonAsync(Us, [|customer.Email|]);", "await http.PostAsJsonAsync(Id, customer.Email);")]
    [InlineData("await http.PostAsJsonAsync(Us + \"/send\", [|customer|]);", "await http.PostAsJsonAsync(Id + \"/send\", customer);")]
    [InlineData("await http.PostAsJsonAsync(Us, [|Text.Hash(customer.Email)|]);", "await http.PostAsJsonAsync(Us, Text.Count(customer.Email));")]
    [InlineData("await http.PostAsJsonAsync(Us, [|all.Select(one => one.Email)|]);", "await http.PostAsJsonAsync(Us, all.Select(one => one.Points));")]
    [InlineData("await ToUs([|customer.Email|]);", "await ToId(customer.Email);")]
    [InlineData("await Between([|customer.Email|]);", "await Between(\"nobody\");")]
    [InlineData("await courier.Abroad([|customer.Phone|]);", "await courier.Home(customer.Phone);")]
    [InlineData("var text = $\"to {customer.Phone}\"; await courier.Abroad([|text|]);", "var text = $\"to {customer.Points}\"; await courier.Abroad(text);")]
    [InlineData("await http.PostAsJsonAsync(Us, [|customer.Email|]);", "await http.PostAsJsonAsync(\"https://mails.example\", customer.Email);")]
    [InlineData("await http.PostAsJsonAsync(Us, [|customer.Email|]);", "await http.PostAsJsonAsync(\"https://unplaced.example\", customer.Email);")]
    [InlineData("await http.PostAsJsonAsync(Us, [|customer.Email|]);", "await http.PostAsJsonAsync(\"https://unbound.example\", customer.Email);")]
    public async Task A_region_that_is_not_stated_and_the_clean_twin(string reported, string clean)
    {
        await FindsAsync(reported, Policy());
        await FindsAsync(clean, Policy());
    }

    [Theory]
    [InlineData("region: ID,", "ID", true)]
    [InlineData("region: [ID, SG],", "ID", true)]
    [InlineData("region: EEA,", "ID", true)]
    [InlineData("region: ID, safeguard: standard-contractual-clauses,", "ID", true)]
    [InlineData("", "ID", true)]
    [InlineData("", "FR", true)]
    [InlineData("region: US,", "ID", false)]
    [InlineData("region: [ID, US],", "ID", false)]
    [InlineData("region: worldwide,", "ID", false)]
    [InlineData("safeguard: standard-contractual-clauses,", "ID", false)]
    [InlineData("", "US", false)]
    [InlineData("", "", false)]
    public Task What_the_policy_states(string stated, string home, bool reported) => FindsAsync(
        reported ? "await http.PostAsJsonAsync(Us, [|customer.Email|]);" : "await http.PostAsJsonAsync(Us, customer.Email);",
        Policy(stated, home));

    [Fact]
    public Task Within_the_Economic_Area_nothing_is_abroad() => Verify.VerifyBoundAsync(
        Code + """
        public sealed class Service(HttpClient http)
        {
            public Task Near(Customer customer) => http.PostAsJsonAsync("https://no.mails.example", customer.Email);
            public Task Far(Customer customer) => http.PostAsJsonAsync("https://us.mails.example", [|customer.Email|]);
        }
        """, Policy("", "FR"), """
        bindings: shop
        hosts: { "*.mails.example": email-provider }
        regions: { no.mails.example: NO, us.mails.example: US }
        """);

    [Fact]
    public Task The_message_names_where_it_goes_and_where_it_may() => FindsAsync(
        "await http.PostAsJsonAsync(Us, [|customer.Email|]); await Between([|customer.Email|]);", Policy("region: [ID, SG],"),
        "'customer.Email' hands contact.email to email-provider in US, but The Shop says that it goes to ID and SG only [SHOP-5, shop.policy.yaml:",
        "to email-provider in US, by way of Service.Between, Service.ToUs, but");

    [Fact]
    public Task The_message_asks_for_a_safeguard() => FindsAsync(
        "await http.PostAsJsonAsync(Us, [|customer.Email|]);", Policy(""),
        "'customer.Email' hands contact.email to email-provider in US, and The Shop states neither a region nor a safeguard for it [SHOP-5");
}

using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.ExternalCallUncoveredRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class ExternalCallUncoveredRuleTests
{
    // Each row with its clean twin.
    [Theory]
    [InlineData("""await http.PostAsJsonAsync("https://api.other.example/x", [|customer|]);""", """await http.PostAsJsonAsync("https://api.courier.example/x", customer);""")]
    [InlineData("""await http.PostAsync("https://api.other.example/x", [|new StringContent(customer.Email!)|]);""", """await http.PostAsync("https://api.other.example/x", new StringContent(customer.Id.ToString()));""")]
    [InlineData("""await http.GetAsync($"https://api.other.example/{[|customer.Email|]}");""", """await http.GetAsync($"https://api.other.example/{customer.Id}");""")]
    [InlineData("""await http.GetAsync($"{host}/{[|customer.Email|]}");""", """await http.GetAsync($"{host}/{customer.Points}");""")]
    [InlineData("""await http.PutAsJsonAsync("labels", [|Text.Hash(customer.Email)|]);""", """await http.PutAsJsonAsync("labels", customer.Points);""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Post, host); request.Content = JsonContent.Create(customer); await http.SendAsync([|request|]);""", """using var request = new HttpRequestMessage(HttpMethod.Post, host); await http.SendAsync(request);""")]
    [InlineData("""await http.PostAsJsonAsync($"https://api.courier.example{host}", [|customer|]);""", """await http.PostAsJsonAsync($"https://api.courier.example/{host}", customer);""")]
    public async Task Data_that_leaves_for_nobody_knows_whom_and_the_clean_twin(string reported, string clean)
    {
        await Verify.VerifyBoundAsync(DisclosureShop.Code + Method(reported), DisclosureShop.Policy, Hosts);
        await Verify.VerifyBoundAsync(DisclosureShop.Code + Method(clean), DisclosureShop.Policy, Hosts);

        static string Method(string body) => $$"""
            [Purpose("transactions")]
            public sealed class Service(HttpClient http)
            {
                public async Task Run(Customer customer, string host)
                {
                    {{body}}
                }
            }
            """;
    }

    private const string Hosts = """
        bindings: shop
        hosts: { api.courier.example: delivery-provider }
        """;

    [Fact]
    public Task The_message_names_what_is_sent_and_how() => Verify.VerifyAnalyzerAsync(
        DisclosureShop.Code + """
        public sealed class Api(HttpClient http)
        {
            public Task SendAsync(object body) => http.PostAsJsonAsync("x", body);
            public Task Leak(Customer customer) => SendAsync([|customer.Email!|]);
            public Task Clean(Customer customer) => SendAsync(customer.Points);
        }
        """.Replace("!|]", "|]!"),
        DisclosureShop.Policy,
        "'customer.Email' sends contact.email out of the program (HttpClientJsonExtensions.PostAsJsonAsync), by way of "
        + "Api.SendAsync, and nothing says to which recipient of The Shop [SHOP-5, shop.policy.yaml:");

    [Fact]
    public Task What_a_recipients_code_sends_is_covered() => Verify.VerifyAnalyzerAsync(
        DisclosureShop.Code + """
        public sealed class Courier(HttpClient http) : IDelivery
        {
            public Task AnnounceAsync(string? text) => http.PostAsJsonAsync("announce", text);
            public Task PrintAsync(Label label) => http.PostAsJsonAsync("print", label);
            public Task PrintAllAsync(IEnumerable<Label> labels) => http.PostAsJsonAsync("print", labels);
            public Task WholeAsync(object all) => Post(all);
            Task Post(object body) => http.PostAsJsonAsync("all", body);
        }
        public sealed class Service(Courier courier, HttpClient http)
        {
            public Task Run(Customer customer) => courier.AnnounceAsync(customer.Phone);
            [Recipient("delivery-provider")] public Task Own(Label label) => http.PostAsJsonAsync("print", label);
        }
        """,
        DisclosureShop.Policy);
}

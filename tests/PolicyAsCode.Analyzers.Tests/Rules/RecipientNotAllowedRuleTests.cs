using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.RecipientNotAllowedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class RecipientNotAllowedRuleTests
{
    private static Task FindsAsync(string code, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(DisclosureShop.Code + code, DisclosureShop.Policy, messages);

    // Each row with its clean twin.
    [Theory]
    [InlineData("""await delivery.AnnounceAsync([|customer.Email|]);""", """await delivery.AnnounceAsync(customer.Phone);""")]
    [InlineData("""await delivery.AnnounceAsync($"to {[|customer.Email|]}, {customer.Name}");""", """await delivery.AnnounceAsync($"to {customer.Phone}, {customer.Name}");""")]
    [InlineData("""var text = "to " + customer.Email; await delivery.AnnounceAsync([|text|]);""", """var text = "to " + customer.Name; await delivery.AnnounceAsync(text);""")]
    [InlineData("""await delivery.WholeAsync([|customer|]);""", """await delivery.WholeAsync(new Label { Phone = customer.Phone });""")]
    [InlineData("""await delivery.WholeAsync([|customers|]);""", """await delivery.WholeAsync(customers.Select(one => one.Phone).ToList());""")]
    [InlineData("""await delivery.WholeAsync([|new { customer.Email, customer.Phone }|]);""", """await delivery.WholeAsync(new { customer.Name, customer.Phone });""")]
    [InlineData("""await Task.WhenAll(customers.Select(one => delivery.AnnounceAsync([|one.Email|])));""", """await Task.WhenAll(customers.Select(one => delivery.AnnounceAsync(one.Phone)));""")]
    [InlineData("""foreach (var one in customers.Where(c => c.Points > 1)) await delivery.AnnounceAsync([|one.Email|]);""", """foreach (var one in customers.Where(c => c.Email != null)) await delivery.AnnounceAsync(one.Phone);""")]
    [InlineData("""await delivery.AnnounceAsync([|Text.Mask(customer.Email)|]);""", """await delivery.AnnounceAsync(Text.Mask(customer.Phone));""")]
    [InlineData("""await delivery.AnnounceAsync([|Text.Hash(customer.Email)|]);""", """await delivery.AnnounceAsync(Text.Hash(customer.Phone));""")]
    [InlineData("""var labels = new List<string?>(); labels.Add(customer.Email); await delivery.WholeAsync([|labels|]);""", """var labels = new List<string?>(); labels.Add(customer.Phone); await delivery.WholeAsync(labels);""")]
    public async Task Data_that_a_recipient_may_not_get_and_the_clean_twin(string reported, string clean)
    {
        await FindsAsync(Method(reported));
        await FindsAsync(Method(clean));

        static string Method(string body) => $$"""
            [Purpose("transactions")]
            public sealed class Service(IDelivery delivery)
            {
                public async Task Run(Customer customer, List<Customer> customers)
                {
                    await Task.Yield();
                    {{body}}
                }
            }
            """;
    }

    [Fact]
    public Task The_message_names_data_recipient_purpose_and_what_is_allowed() => FindsAsync(
        """
        [Purpose("transactions")]
        public sealed class Sending(IDelivery delivery)
        {
            public Task Run(Customer customer) => delivery.AnnounceAsync([|customer.Email|]);
        }
        [Purpose("communication")]
        public sealed class Telling(IDelivery delivery)
        {
            public Task Run(Customer customer) => delivery.AnnounceAsync([|customer.Name|]);
        }
        [Recipient("payment-provider")]
        public interface IPay { void Pay(string? who); }
        [Purpose("transactions")]
        public sealed class Paying(IPay pay)
        {
            public void Run(Customer customer) => pay.Pay([|customer.Phone|]);
        }
        """,
        "'customer.Email' hands contact.email to delivery-provider for transactions, but The Shop gives it contact.phone and "
        + "contact.name only [SHOP-",
        "'customer.Name' hands contact.name to delivery-provider for communication, but The Shop gives it that for transactions "
        + "only [SHOP-4, shop.policy.yaml:",
        "'customer.Phone' hands contact.phone to payment-provider for transactions, but The Shop names no such recipient; "
        + "only these get it: delivery-provider [SHOP-4, shop.policy.yaml:");

    [Fact]
    public Task On_parameter_method_base_and_interface_member() => FindsAsync(
        """
        public static class Calls
        {
            public static void ToParameter([Recipient("delivery-provider")] string? told, string? kept) { }
            [Recipient("delivery-provider")] public static void ToMethod(string? told) { }
        }
        public interface IPost { void Keep(string? text); [Recipient("delivery-provider")] void Send(string? text); }
        public sealed class Post : IPost { public void Keep(string? text) { } public void Send(string? text) { } }
        [Recipient("delivery-provider")] public abstract class Courier { public abstract void Fetch(string? text); }
        public sealed class Bicycle : Courier { public override void Fetch(string? text) { } }
        [Purpose("transactions")]
        public sealed class Service(Post post, Bicycle bicycle)
        {
            public void Run(Customer customer)
            {
                Calls.ToParameter([|customer.Email|], customer.Email);
                Calls.ToMethod([|customer.Email|]);
                post.Send([|customer.Email|]);
                post.Keep(customer.Email);
                bicycle.Fetch([|customer.Email|]);
                bicycle.Fetch(customer.Phone);
            }
        }
        """);

    [Fact]
    public Task Through_calls_for_the_purpose_of_whoever_hands_it_over() => FindsAsync(
        """
        public sealed class Labels(IDelivery delivery)
        {
            Task PrintAsync(string? line) => delivery.AnnounceAsync(line);
            public async Task AddressAsync(string? line) => await PrintAsync("to " + line);
            [Purpose("transactions")] public Task Leak(Customer customer) => AddressAsync([|customer.Email|]);
            [Purpose("transactions")] public Task Clean(Customer customer) => AddressAsync(customer.Phone);
            [Purpose("communication")] public Task Other(Customer customer) => AddressAsync([|customer.Phone|]);
            public Task AnyPurpose(Customer customer) => AddressAsync(customer.Phone);
            public Task NoPurpose(Customer customer) => AddressAsync([|customer.Email|]);
        }
        """,
        "'customer.Email' hands contact.email to delivery-provider for transactions, by way of Labels.AddressAsync, "
        + "Labels.PrintAsync, but The Shop gives it contact.phone and contact.name only",
        "'customer.Email' hands contact.email to delivery-provider, by way of Labels.AddressAsync, Labels.PrintAsync, but");

    [Fact]
    public Task What_a_helper_without_a_purpose_hands_over_serves_whoever_calls_it() => FindsAsync(
        """
        public sealed class Labels(IDelivery delivery)
        {
            public Task PrintAsync(Customer customer) => delivery.AnnounceAsync(customer.Phone);
            public async Task PrintAllAsync(List<Customer> all) { foreach (var one in all) await PrintAsync(one); }
            public Task WrongForAnybody(Customer customer) => delivery.AnnounceAsync([|customer.Email|]);
        }
        [Purpose("communication")]
        public sealed class Letters(Labels labels)
        {
            public Task One(Customer customer) => [|labels.PrintAsync(customer)|];
            public Task All(List<Customer> all) => [|labels.PrintAllAsync(all)|];
            public Task Told(Customer customer) => labels.WrongForAnybody(customer);
        }
        [Purpose("transactions")]
        public sealed class Parcels(Labels labels)
        {
            public Task One(Customer customer) => labels.PrintAsync(customer);
            public Task All(List<Customer> all) => labels.PrintAllAsync(all);
            public Task Own(Customer customer) => LabelAsync(customer);
            [Purpose("communication")] public Task Nearer(Customer customer) => LabelAsync(customer);
            [Purpose("transactions")] Task LabelAsync(Customer customer) => labels.PrintAsync(customer);
        }
        """,
        "'labels.PrintAllAsync(all)' hands contact.phone to delivery-provider for communication, by way of "
        + "Labels.PrintAllAsync, Labels.PrintAsync, but The Shop gives it that for transactions only [SHOP-");

    [Fact]
    public Task What_a_recipients_own_code_was_given_it_may_send_on() => Verify.VerifyBoundAsync(
        DisclosureShop.Code + """
        public sealed class Courier(HttpClient http, List<Customer> all) : IDelivery
        {
            public Task AnnounceAsync(string? text) => http.PostAsJsonAsync("https://api.courier.example/announce", text);
            public Task PrintAsync(Label label) => SendAsync(label);
            public Task PrintAllAsync(IEnumerable<Label> labels) => Task.WhenAll(labels.Select(one => AnnounceAsync(one.Phone)));
            public Task WholeAsync(object all) => SendAsync(all);
            Task SendAsync(object body) => http.PostAsJsonAsync("https://api.courier.example/print", body);
            public Task Grab() => http.PostAsJsonAsync("https://api.courier.example/more", [|all.Select(one => one.Email)|]);
        }
        [Purpose("transactions")]
        public sealed class Service(Courier courier)
        {
            public Task Leak(Customer customer) => courier.AnnounceAsync([|customer.Email|]);
            public Task Clean(Customer customer) => courier.AnnounceAsync(customer.Phone);
        }
        """,
        DisclosureShop.Policy,
        """
        bindings: shop
        hosts: { api.courier.example: delivery-provider }
        """);

    [Fact]
    public Task Bound_methods_hosts_and_packages() => Verify.VerifyBoundAsync(
        DisclosureShop.Code + """
        namespace Legacy { public static class Fax { public static void Send(string? text) { } public static void Keep(string? text) { } } }
        namespace Shop
        {
            public static class Api { public const string Root = "https://api.courier.example/v1"; }
            [Purpose("transactions")]
            public sealed class Service(HttpClient http)
            {
                private static readonly Uri Address = new("https://api.courier.example/labels");
                public async Task Run(Customer customer, string path)
                {
                    Legacy.Fax.Send([|customer.Email|]);
                    Legacy.Fax.Send(customer.Phone);
                    Legacy.Fax.Keep(customer.Email);
                    await http.PostAsJsonAsync("https://api.courier.example", customer.Phone);
                    await http.PostAsJsonAsync($"https://api.courier.example/{path}", [|customer.Email|]);
                    await http.PostAsJsonAsync(Api.Root + "/announce", [|customer.Email|]);
                    await http.PostAsJsonAsync(Address, [|customer.Email|]);
                    var url = $"{Api.Root}/{path}";
                    await http.PostAsync(url, [|new StringContent(customer.Email!)|]);
                    var request = new HttpRequestMessage(HttpMethod.Post, "https://eu.mails.example/send") { Content = JsonContent.Create(customer.Email) };
                    await http.SendAsync([|request|]);
                    System.Text.Json.JsonSerializer.Serialize([|customer.Email|]);
                    System.Text.Json.JsonSerializer.Serialize(customer.Phone);
                }
            }
            [Purpose("transactions")]
            public sealed class Client
            {
                private readonly HttpClient _http;
                public Client(HttpClient http) { _http = http; _http.BaseAddress = new Uri("https://api.courier.example"); }
                public Task Leak(Customer customer) => _http.PostAsJsonAsync("labels", [|customer.Email|]);
                public Task Clean(Customer customer) => _http.PostAsJsonAsync("labels", customer.Phone);
            }
            public sealed class Proxied(string address)
            {
                private static readonly HttpClient Http = new(new HttpClientHandler { Proxy = new System.Net.WebProxy("https://api.courier.example") });
                public Task Elsewhere(Customer customer) => Http.PostAsJsonAsync(address, customer.Email);
                public Task Told(Customer customer) => Http.PostAsJsonAsync(address, new { See = "https://api.courier.example/", customer.Email });
            }
        }
        """,
        DisclosureShop.Policy,
        """
        bindings: shop
        methods: { Legacy.Fax.Send: { discloses-to: delivery-provider } }
        hosts: { api.courier.example: delivery-provider, "*.mails.example": email-provider }
        packages: { system.text.json: delivery-provider }
        """,
        "'request' hands contact.email to email-provider for transactions, but The Shop gives it that for communication only");

    [Fact]
    public Task A_never_beats_what_is_given() => Verify.VerifyAnalyzerAsync(
        DisclosureShop.Code + """
        [Purpose("transactions")]
        public sealed class Service(IDelivery delivery)
        {
            public Task Run(Customer customer) => delivery.AnnounceAsync([|customer.Phone|]);
        }
        """,
        DisclosureShop.Policy.Replace("receives: [contact.phone, contact.name], for: transactions }", "receives: [contact.name], for: transactions }") + """

        never:
          - { clause: SHOP-9, action: disclose, data: contact.phone }
        """,
        "but The Shop forbids it [SHOP-9, shop.policy.yaml:");
}

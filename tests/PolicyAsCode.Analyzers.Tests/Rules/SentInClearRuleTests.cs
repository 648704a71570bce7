using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.SentInClearRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class SentInClearRuleTests
{
    private const string Shop = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Net.Mail;
        using System.Net.WebSockets;
        using System.Text;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }
        public static class Text
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#";
            [Anonymises(DataForm.Anonymised)] public static string Country(string? text) => "ID";
        }

        """;

    private static string Policy => Policies.Shop + """

        protection:
          - { clause: SHOP-9, data: contact.email, protect: encrypted-in-transit }
        """;

    [Fact]
    public Task Over_http() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(HttpClient http)
        {
            private const string Crm = "http://crm.example/customers";
            private static readonly Uri Api = new("http://api.example/");
            public Task Constant(Customer c) => http.PostAsJsonAsync(Crm, [|c.Email|]);
            public Task Written(Customer c) => http.PostAsJsonAsync("HTTP://crm.example/customers", [|c|]);
            public Task Interpolated(Customer c, int id) => http.PutAsJsonAsync($"http://crm.example/{id}", [|c.Email|]);
            public Task Joined(Customer c, int id) => http.PatchAsJsonAsync("http://crm.example/" + id, [|c.Email|]);
            public Task Field(Customer c) => http.PostAsync(Api, new StringContent([|c.Email|]!));
            public Task Hashed(Customer c) => http.PostAsJsonAsync(Crm, [|Text.Hash(c.Email)|]);
            public Task InTheAddress(Customer c) => http.GetAsync($"http://crm.example/find?mail={[|c.Email|]}");
            public Task Request(Customer c)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "http://crm.example/x") { Content = JsonContent.Create(c.Email) };
                return http.SendAsync([|request|]);
            }
            public Task Port(Customer c) => http.PostAsJsonAsync("http://10.0.0.7:8080/x", [|c.Email|]);
        }
        """.Replace("http.PostAsync(Api, new StringContent([|c.Email|]!))", "http.PostAsync(Api, [|new StringContent(c.Email!)|])", StringComparison.Ordinal),
        Policy,
        "'c.Email' carries contact.email over http://crm.example, where anybody between can read it. "
        + "The Shop promises to send it encrypted [SHOP-9, shop.policy.yaml:31]. Use https://.");

    [Fact]
    public Task Over_https_to_this_machine_or_with_nothing_that_is_promised() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(HttpClient http, string configured)
        {
            public Task Secure(Customer c) => http.PostAsJsonAsync("https://crm.example/customers", c.Email);
            public Task Local(Customer c) => http.PostAsJsonAsync("http://localhost:5000/customers", c.Email);
            public Task Loopback(Customer c) => http.PostAsJsonAsync("http://127.0.0.1/customers", c.Email);
            public Task Six(Customer c) => http.PostAsJsonAsync("http://[::1]:80/customers", c.Email);
            public Task Configured(Customer c) => http.PostAsJsonAsync(configured + "/customers", c.Email);
            public Task Relative(Customer c) => http.PostAsJsonAsync("customers", c.Email);
            public Task Phone(Customer c) => http.PostAsJsonAsync("http://crm.example/customers", c.Phone);
            public Task Id(Customer c) => http.PostAsJsonAsync("http://crm.example/customers", c.Id);
            public Task Anonymous(Customer c) => http.PostAsJsonAsync("http://crm.example/customers", Text.Country(c.Email));
            public string Shown(Customer c) => "http://crm.example/" + c.Email;
        }
        """,
        Policy);

    [Fact]
    public Task A_client_with_an_address_of_its_own() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Clear
        {
            private readonly HttpClient _http = new() { BaseAddress = new Uri("http://crm.example") };
            public Task Send(Customer c) => _http.PostAsJsonAsync("customers", [|c.Email|]);
            public Task Elsewhere(Customer c) => _http.PostAsJsonAsync("https://other.example/customers", c.Email);
        }
        public sealed class Registered(HttpClient http) { public Task Send(Customer c) => http.PostAsJsonAsync("customers", [|c.Email|]); }
        public sealed class Safe(HttpClient http) { public Task Send(Customer c) => http.PostAsJsonAsync("customers", c.Email); }
        public interface IPost { Task Send(Customer c); }
        public sealed class Post(HttpClient http) : IPost { public Task Send(Customer c) => http.PostAsJsonAsync("customers", [|c.Email|]); }
        public interface IServices { void AddHttpClient<T>(Action<HttpClient> set); void AddHttpClient<TClient, TImplementation>(Action<HttpClient> set); }
        public static class Setup
        {
            public static void Add(IServices services)
            {
                services.AddHttpClient<Registered>(client => client.BaseAddress = new Uri("http://crm.example"));
                services.AddHttpClient<Safe>(client => { client.BaseAddress = new Uri("https://crm.example"); });
                services.AddHttpClient<IPost, Post>(client => client.BaseAddress = new("http://crm.example"));
            }
        }
        public sealed class Secret
        {
            private readonly HttpClient _http = new() { BaseAddress = new Uri("https://crm.example") };
            public Task Send(Customer c) => _http.PostAsJsonAsync("customers", c.Email);
        }
        """,
        Policy);

    [Fact]
    public Task Through_calls() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(HttpClient http)
        {
            Task Clear(object? what) => http.PostAsJsonAsync("http://crm.example/customers", what);
            Task Secret(object? what) => http.PostAsJsonAsync("https://crm.example/customers", what);
            Task To(string where, object? what) => http.PostAsJsonAsync(where, what);
            Task Again(object? what) => Clear(what);
            public Task One(Customer c) => Clear([|c.Email|]);
            public Task Two(Customer c) => Again([|c.Email|]);
            public Task Three(Customer c) => To("http://crm.example/x", [|c.Email|]);
            public Task OneClean(Customer c) => Secret(c.Email);
            public Task TwoClean(Customer c) => Again(c.Id);
            public Task ThreeClean(Customer c) => To("https://crm.example/x", c.Email);
        }
        """,
        Policy,
        "'c.Email' carries contact.email over http://crm.example, by way of Service.Again, Service.Clear, where anybody");

    [Fact]
    public Task By_mail() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Clear
        {
            public void Plain(Customer c)
            {
                using var smtp = new SmtpClient("mail.example");
                smtp.Send("shop@shop.example", [|c.Email|]!, "Hello", "Hello");
            }
            public Task Message(Customer c)
            {
                var smtp = new SmtpClient("mail.example", 25) { EnableSsl = false };
                var mail = new MailMessage { Subject = "Hello" };
                mail.To.Add(c.Email!);
                return smtp.SendMailAsync([|mail|]);
            }
        }
        public sealed class Secret
        {
            public void Plain(Customer c)
            {
                using var smtp = new SmtpClient("mail.example") { EnableSsl = true };
                smtp.Send("shop@shop.example", c.Email!, "Hello", "Hello");
            }
        }
        public sealed class ByConfiguration(bool tls, SmtpClient given)
        {
            public void Mine(Customer c)
            {
                var smtp = new SmtpClient("mail.example");
                smtp.EnableSsl = tls;
                smtp.Send("shop@shop.example", c.Email!, "Hello", "Hello");
            }
            public void Given(Customer c) => given.Send("shop@shop.example", c.Email!, "Hello", "Hello");
        }
        public sealed class Here
        {
            public void Local(Customer c) => new SmtpClient("localhost").Send("shop@shop.example", c.Email!, "Hello", "Hello");
        }
        public sealed class Nobody
        {
            public void Empty(Customer c) => new SmtpClient("mail.example").Send("shop@shop.example", "all@shop.example", "Hello", $"{c.Id}");
        }
        """,
        Policy,
        "'c.Email' carries contact.email over SMTP, where anybody between can read it. "
        + "The Shop promises to send it encrypted [SHOP-9, shop.policy.yaml:31]. Use EnableSsl = true.");

    [Fact]
    public Task Over_a_web_socket() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Clear
        {
            public async Task Send(Customer c, CancellationToken cancel)
            {
                using var socket = new ClientWebSocket();
                await socket.ConnectAsync(new Uri("ws://live.example"), cancel);
                await socket.SendAsync([|Encoding.UTF8.GetBytes(c.Email!)|], WebSocketMessageType.Text, true, cancel);
            }
        }
        public sealed class Secret
        {
            public async Task Send(Customer c, CancellationToken cancel)
            {
                using var socket = new ClientWebSocket();
                await socket.ConnectAsync(new Uri("wss://live.example"), cancel);
                await socket.SendAsync(Encoding.UTF8.GetBytes(c.Email!), WebSocketMessageType.Text, true, cancel);
            }
        }
        """,
        Policy,
        "over ws://live.example");

    [Fact]
    public Task A_policy_that_promises_nothing_of_the_kind() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(HttpClient http)
        {
            public Task Send(Customer c) => http.PostAsJsonAsync("http://crm.example/customers", c.Email);
        }
        """,
        Policies.Shop);
}

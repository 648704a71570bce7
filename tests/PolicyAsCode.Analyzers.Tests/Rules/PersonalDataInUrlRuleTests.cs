using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataInUrlRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PersonalDataInUrlRuleTests
{
    private const string Shop = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.WebUtilities;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }
        public static class Text
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#";
        }

        """;

    // Each row with its clean twin.
    [Theory]
    [InlineData("""var uri = new Uri($"https://shop.example/?e={[|customer.Email|]}"); await http.GetAsync(uri);""", """var uri = new Uri($"https://shop.example/?e={customer.Id}"); await http.GetAsync(uri);""")]
    [InlineData("""await http.GetAsync($"https://shop.example/{[|customer.Email|]}");""", """await http.GetAsync($"https://shop.example/{Text.Hash(customer.Email)}");""")]
    [InlineData("""await http.GetStringAsync([|"https://shop.example/" + customer.Phone|]);""", """await http.GetStringAsync("https://shop.example/" + customer.Id);""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("https://shop.example", "email", [|customer.Email|]!));""", """await http.GetAsync(QueryHelpers.AddQueryString("https://shop.example", "id", customer.Id.ToString()));""")]
    [InlineData("""var url = QueryHelpers.AddQueryString("https://shop.example", "email", [|customer.Email|]!); await http.GetAsync(url);""", """var url = "https://shop.example"; await http.PostAsync(url, new StringContent(customer.Email!));""")]
    [InlineData("""var b = new UriBuilder("https", "shop.example") { Query = [|"e=" + customer.Email|] }; await http.GetAsync(b.Uri);""", """var b = new UriBuilder("https", "shop.example") { Query = "e=" + customer.Id }; await http.GetAsync(b.Uri);""")]
    [InlineData("""var b = new UriBuilder("https", "shop.example"); b.Path = $"/{[|customer.Email|]}"; await http.GetAsync(b.ToString());""", """var b = new UriBuilder("https", "shop.example"); b.Path = $"/{customer.Id}"; await http.GetAsync(b.ToString());""")]
    [InlineData("""await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"https://shop.example/{[|customer.Email|]}"));""", """await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"https://shop.example/{customer.Id}") { Content = JsonContent.Create(customer) });""")]
    [InlineData("""await http.GetFromJsonAsync<Customer>($"customers?email={[|customer.Email|]}");""", """await http.PostAsJsonAsync("customers", customer);""")]
    [InlineData("""context.Response.Redirect($"/thanks?to={[|customer.Email|]}");""", """context.Response.Redirect($"/thanks?to={customer.Id}");""")]
    [InlineData("""_ = Results.Redirect($"/thanks?to={[|customer.Email|]}");""", """_ = Results.Redirect($"/thanks?to={customer.Id}");""")]
    [InlineData("""_ = links.GetPathByName("customer", [|new { customer.Email }|]);""", """_ = links.GetPathByName("customer", new { customer.Id });""")]
    [InlineData("""_ = page.Action("Show", "Customers", [|new { mail = customer.Email }|]);""", """_ = page.Action("Show", "Customers", new { id = customer.Id });""")]
    [InlineData("""var uri = new Uri($"https://shop.example/?{[|customer.Phone|]}");""", """var uri = new Uri($"mailto:{customer.Email}"); uri = new("tel:" + customer.Phone);""")]
    [InlineData("""await http.GetAsync(new Uri(new Uri("https://shop.example"), [|customer.Email|]!));""", """await http.GetAsync(new Uri(new Uri("https://shop.example"), customer.Id.ToString()));""")]
    public async Task Data_in_a_URL_is_reported_once_and_its_clean_twin_is_not(string reported, string clean)
    {
        await Verify.VerifyAnalyzerAsync(Method(reported), Policies.Shop);
        await Verify.VerifyAnalyzerAsync(Method(clean), Policies.Shop);

        static string Method(string body) => Shop + $$"""
            public sealed class Service(HttpClient http)
            {
                public async Task Run(Customer customer, HttpContext context, LinkGenerator links, IUrlHelper page)
                {
                    await Task.Yield();
                    {{body}}
                }
            }
            """;
    }

    [Fact]
    public Task A_redirect_of_a_controller() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Customers : ControllerBase
        {
            public IActionResult Leak(Customer customer) => RedirectToAction("Show", [|new { customer.Email }|]);
            public IActionResult Clean(Customer customer) => RedirectToAction("Show", new { customer.Id });
            public IActionResult Plain(Customer customer) => Redirect("/customers/" + customer.Id);
        }
        """,
        Policies.Shop);

    [Fact]
    public Task Through_calls() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Crm(HttpClient http)
        {
            Task<string> FindAsync(string key) => http.GetStringAsync($"https://crm.example/find/{key}");
            async Task<string> AskAsync(string key) => await FindAsync(key);
            public Task<string> Leak(Customer customer) => AskAsync([|customer.Email|]!);
            public Task<string> Clean(Customer customer) => AskAsync(customer.Id.ToString());
        }
        """,
        Policies.Shop,
        "'customer.Email' carries contact.email into a URL, which servers, proxies and browsers write down, by way of "
        + "Crm.AskAsync, Crm.FindAsync. The Shop keeps it out of logs [SHOP-1, shop.policy.yaml:9].");
}

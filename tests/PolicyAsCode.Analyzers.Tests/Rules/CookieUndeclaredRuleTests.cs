using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.CookieUndeclaredRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class CookieUndeclaredRuleTests
{
    private const string Shop = """
        using Microsoft.AspNetCore.Http;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public static class Text
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#";
            [Anonymises(DataForm.Anonymised)] public static string Country(string? text) => "ID";
        }
        public static class Names { public const string Who = "who"; }

        """;

    private static string Policy => Policies.Shop + """

        cookies:
          session: { clause: SHOP-5, essential: true }
        trackers:
          pixel: { clause: SHOP-5, for: [communication], after: consent }
        """;

    [Fact]
    public Task A_cookie_with_data_that_nobody_names() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service
        {
            public void Run(Customer customer, HttpContext http, string name)
            {
                http.Response.Cookies.Append(Names.Who, [|customer.Email|]!);
                http.Response.Cookies.Append("who", [|Text.Hash(customer.Email)|], new CookieOptions());
                http.Response.Cookies.Append(name, $"to {[|customer.Email|]}");
                http.Response.Cookies.Append("who", customer.Id.ToString());
                http.Response.Cookies.Append("who", Text.Country(customer.Email));
                http.Response.Cookies.Append("session", customer.Email!);
                http.Response.Cookies.Append("pixel", customer.Email!);
            }
        }
        """,
        Policy,
        "'customer.Email' carries contact.email into the cookie 'who', which The Shop does not name [SHOP-5, shop.policy.yaml:",
        "'customer.Email' carries contact.email into the cookie whose name is computed, which The Shop does not name");

    [Fact]
    public Task A_cookie_that_is_bound_to_a_statement() => Verify.VerifyBoundAsync(
        Shop + """
        public sealed class Service
        {
            public void Run(Customer customer, HttpContext http)
            {
                http.Response.Cookies.Append(".Shop.Session", customer.Email!);
                http.Response.Cookies.Append(".Shop.Other", [|customer.Email|]!);
            }
        }
        """,
        Policy,
        """
        bindings: shop
        cookies:
          .Shop.Session: session
        """);

    [Fact]
    public Task Through_calls() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(HttpContext http)
        {
            void Remember(string value) => http.Response.Cookies.Append("who", value);
            void Keep(string name, string value) => http.Response.Cookies.Append(name, value);
            public void Leak(Customer customer) => Remember([|customer.Email|]!);
            public void Other(Customer customer) => Keep("who", [|customer.Email|]!);
            public void Clean(Customer customer) => Remember(customer.Id.ToString());
            public void Session(Customer customer) => Keep("session", customer.Email!);
        }
        """,
        Policy,
        "'customer.Email' carries contact.email into the cookie 'who', by way of Service.Remember, and The Shop does not name");
}

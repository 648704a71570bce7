using PolicyAsCode.Analyzers.Tests.Verification;
using Run = PolicyAsCode.CodeFixes.Tests.CodeFixRun<
    PolicyAsCode.Analyzers.Rules.Protection.EndpointUnauthorisedRule, PolicyAsCode.CodeFixes.RequireAuthorisation>;

namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>An endpoint that anybody may ask for personal data is closed.</summary>
public sealed class RequireAuthorisationTests
{
    private const string Shop = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        [DataSubject("customer")]
        public sealed class Customer { [DataCategory("contact.email")] public string? Email { get; set; } }

        """;

    private static readonly (string, string)[] s_files = [("policies/shop.policy.yaml", Policies.Shop)];

    [Fact]
    public async Task Actions_pages_and_mapped_endpoints_are_closed()
    {
        var (code, titles) = await Run.MendAllAsync(
            Shop + """
            public sealed class CustomersController : ControllerBase
            {
                [HttpGet]
                public Customer One() => new();
            }

            public sealed class CustomerPage : PageModel
            {
                public Customer Shown { get; } = new();
                public void OnGet() { }
            }
            public static class Endpoints
            {
                public static void Map(WebApplication app)
                {
                    app.MapGet("/one", () => new Customer());
                    app.MapGet("/two", () => new Customer()).WithName("two");
                }
            }
            """,
            [Constants.File], s_files);

        Assert.Equal(
            Shop + """
            public sealed class CustomersController : ControllerBase
            {
                [HttpGet]
                [Authorize]
                public Customer One() => new();
            }

            [Authorize]
            public sealed class CustomerPage : PageModel
            {
                public Customer Shown { get; } = new();
                public void OnGet() { }
            }
            public static class Endpoints
            {
                public static void Map(WebApplication app)
                {
                    app.MapGet("/one", () => new Customer()).RequireAuthorization();
                    app.MapGet("/two", () => new Customer()).RequireAuthorization().WithName("two");
                }
            }
            """,
            code);
        Assert.Equal(4, titles.Length);
    }

    [Fact]
    public async Task What_is_open_on_purpose_is_left_to_who_opened_it()
    {
        var each = await Run.MendEachAsync(
            Shop + """
            public sealed class CustomersController : ControllerBase
            {
                [HttpGet, AllowAnonymous]
                public Customer One() => new();
            }
            public static class Endpoints
            {
                public static void Map(WebApplication app) =>
                    app.MapGet("/one", () => new Customer()).WithName("one").AllowAnonymous();
            }
            """,
            [Constants.File], s_files);

        Assert.Empty(each);
    }
}

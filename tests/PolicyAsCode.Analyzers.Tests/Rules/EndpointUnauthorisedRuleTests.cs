using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.EndpointUnauthorisedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class EndpointUnauthorisedRuleTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Types = """
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public sealed record Contact([property: DataCategory("contact.phone")] string? Phone);
        public static class Store
        {
            public static Customer Find(Guid id) => new();
            public static Task<Customer> FindAsync(Guid id) => Task.FromResult(new Customer());
            public static List<Customer> All => [];
        }
        """;

    [Theory]
    [InlineData("app.MapGet([|\"/c/{id}\"|], (Guid id) => Store.Find(id));")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], async (Guid id) => await Store.FindAsync(id));")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], (Guid id) => Results.Ok(Store.Find(id)));")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], (Guid id) => TypedResults.Ok(Store.Find(id)));")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], (Guid id) => Results.Ok(new { Store.Find(id).Email }));")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], (Guid id) => { var c = Store.Find(id); return c is null ? Results.NotFound() : Results.Json(c); });")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], Get); static IResult Get(Guid id) => Results.Ok(Store.Find(id));")]
    [InlineData("app.MapGet([|\"/c\"|], () => Store.All.Select(c => c.Email));")]
    [InlineData("app.MapGet(\"/c\", () => Store.All.Select(c => c.Id));")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Results.Ok(Store.Find(id).Id));")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Store.Find(id)).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Store.Find(id)).WithName(\"x\").RequireAuthorization(\"Staff\");")]
    [InlineData("app.MapGet(\"/c/{id}\", [Authorize] (Guid id) => Store.Find(id));")]
    [InlineData("app.MapGroup(\"/c\").RequireAuthorization().MapGet(\"/{id}\", (Guid id) => Store.Find(id));")]
    [InlineData("var group = app.MapGroup(\"/c\").RequireAuthorization(); group.MapGet(\"/{id}\", (Guid id) => Store.Find(id));")]
    [InlineData("var group = app.MapGroup(\"/c\"); group.RequireAuthorization(); group.MapGet(\"/{id}\", (Guid id) => Store.Find(id));")]
    [InlineData("var group = app.MapGroup(\"/c\").RequireAuthorization(); var inner = group.MapGroup(\"/d\"); inner.MapGet(\"/{id}\", (Guid id) => Store.Find(id));")]
    [InlineData("var group = app.MapGroup(\"/c\"); group.MapGet([|\"/{id}\"|], (Guid id) => Store.Find(id));")]
    [InlineData("var group = app.MapGroup(\"/c\").RequireAuthorization(); group.MapGet([|\"/{id}\"|], (Guid id) => Store.Find(id)).AllowAnonymous();")]
    [InlineData("app.MapPost(\"/c\", (Customer c) => Results.Ok());")]
    public Task A_mapped_endpoint_that_answers_with_data_needs_authorisation(string mapping) => Verify.VerifyProgramAsync(
        $$"""
        {{Usings}}
        var app = WebApplication.CreateBuilder().Build();
        {{mapping}}
        app.Run();
        {{Types}}
        """,
        Policies.Shop);

    [Theory]
    [InlineData("options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()", false)]
    [InlineData("options => options.FallbackPolicy = null", true)]
    public Task A_fallback_policy_protects_all(string options, bool reported) => Verify.VerifyProgramAsync(
        $$"""
        {{Usings}}
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddAuthorization({{options}});
        var app = builder.Build();
        app.MapGet({{(reported ? "[|\"/c\"|]" : "\"/c\"")}}, () => Store.All);
        app.Run();
        {{Types}}
        """,
        Policies.Shop);

    [Theory]
    [InlineData("app.MapGroup(\"/c\").RequireAuthorization().MapCustomers();", false)]
    [InlineData("app.MapGroup(\"/c\").MapCustomers();", true)]
    public Task A_method_that_maps_on_a_group_is_judged_by_its_callers(string call, bool reported) => Verify.VerifyProgramAsync(
        $$"""
        {{Usings}}
        var app = WebApplication.CreateBuilder().Build();
        {{call}}
        app.Run();
        public static class Mapping
        {
            public static void MapCustomers(this IEndpointRouteBuilder routes) =>
                routes.MapGet({{(reported ? "[|\"/\"|]" : "\"/\"")}}, () => Store.All);
        }
        {{Types}}
        """,
        Policies.Shop);

    [Theory]
    [InlineData("", "", "ActionResult<Customer> [|Get|](Guid id) => Store.Find(id);")]
    [InlineData("", "", "IActionResult [|Get|](Guid id) => Ok(Store.Find(id));")]
    [InlineData("", "", "IActionResult Get(Guid id) => Ok(Store.Find(id).Id);")]
    [InlineData("[Authorize] ", "", "IActionResult Get(Guid id) => Ok(Store.Find(id));")]
    [InlineData("", "[Authorize] ", "IActionResult Get(Guid id) => Ok(Store.Find(id));")]
    [InlineData("[Authorize] ", "[AllowAnonymous] ", "IActionResult [|Get|](Guid id) => Ok(Store.Find(id));")]
    public Task An_action_that_answers_with_data_needs_authorisation(string onType, string onAction, string action) =>
        Verify.VerifyAnalyzerAsync(
            $$"""
            {{Usings}}
            [ApiController]
            {{onType}}public sealed class CustomersController : ControllerBase
            {
                {{onAction}}public {{action}}
            }
            {{Types}}
            """,
            Policies.Shop);

    [Theory]
    [InlineData("", "[|CustomerModel|]", "public Customer? Customer { get; private set; }")]
    [InlineData("[Authorize] ", "CustomerModel", "public Customer? Customer { get; private set; }")]
    [InlineData("", "CustomerModel", "[BindProperty] public Customer? Customer { get; set; }")]
    [InlineData("", "CustomerModel", "public Guid Id { get; private set; }")]
    public Task A_page_that_shows_data_needs_authorisation(string onType, string name, string property) =>
        Verify.VerifyAnalyzerAsync(
            $$"""
            {{Usings}}
            {{onType}}public sealed class {{name}} : PageModel
            {
                {{property}}
                public void OnGet() { }
            }
            {{Types}}
            """,
            Policies.Shop);

    [Theory]
    [InlineData("", "[|CustomerModel|]")]
    [InlineData("[Authorize] ", "CustomerModel")]
    public Task An_attribute_in_the_markup_of_a_page_protects_it(string onView, string name) => Verify.VerifyAnalyzerAsync(
        $$"""
        {{Usings}}
        public sealed class {{name}} : PageModel
        {
            public Customer? Customer { get; private set; }
            public void OnGet() { }
        }
        {{Types}}
        namespace AspNetCoreGeneratedDocument
        {
            {{onView}}internal abstract class Pages_Customer : Page
            {
                public CustomerModel? Model => null;
            }
        }
        """,
        Policies.Shop);

    [Theory]
    [InlineData("", "[|c.Email|]")]
    [InlineData("", "c.Id")]
    [InlineData("[Authorize] ", "c.Email")]
    public Task A_page_without_a_model_is_judged_by_what_its_markup_writes(string onView, string shown) =>
        Verify.VerifyAnalyzerAsync(
            $$"""
            {{Usings}}
            {{Types}}
            namespace AspNetCoreGeneratedDocument
            {
                {{onView}}internal sealed class Pages_Callers : Page
                {
                    public override async Task ExecuteAsync()
                    {
                        WriteLiteral("<ul>");
                        foreach (var c in Store.All)
                        {
                            Write({{shown}});
                        }
                        await Task.CompletedTask;
                    }
                    public Pages_Callers? Model => null;
                }
            }
            """,
            Policies.Shop);

    [Fact]
    public Task The_message_names_route_and_data() => Verify.VerifyProgramAsync(
        $$"""
        {{Usings}}
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet([|"/c/{id}"|], (Guid id) => {|from:Store.Find(id)|});
        app.Run();
        {{Types}}
        """,
        Policies.Shop,
        "Endpoint \"/c/{id}\" returns contact.email to anybody who asks");
}

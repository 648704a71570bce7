using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.ResponseBeyondContractRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class ResponseBeyondContractRuleTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.AspNetCore.Mvc;

        """;

    private const string Types = """
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }
        public class Summary { public Guid Id { get; init; } }
        public sealed class Detail : Summary { [DataCategory("contact.phone")] public string? Phone { get; init; } }
        public sealed class View
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            public static View Of(Customer c) => new() { Id = c.Id, Email = c.Email };
        }
        public sealed class Hushed { [System.Text.Json.Serialization.JsonIgnore] [DataCategory("contact.email")] public string? Email { get; set; } [DataCategory("contact.phone")] public string? Phone { get; set; } }
        public static class Store
        {
            public static Customer Find(Guid id) => new();
            public static Task<Customer> FindAsync(Guid id) => Task.FromResult(new Customer());
            public static List<Customer> All => [];
            public static Summary Open(Guid id) => new Detail();
        }
        """;

    [Theory]
    [InlineData("app.MapGet([|\"/c/{id}\"|], (Guid id) => Store.Find(id)).Produces<View>();")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], (Guid id) => Results.Ok(Store.Find(id))).WithName(\"c\").Produces<View>(200).Produces<Summary>(404);")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], async (Guid id) => await Store.FindAsync(id)).Produces<Summary>();")]
    [InlineData("app.MapGet([|\"/c\"|], () => Store.All).Produces<List<View>>();")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], Get).Produces<View>(); static IResult Get(Guid id) => Results.Ok(Store.Find(id));")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], [ProducesResponseType(typeof(View), 200)] (Guid id) => Store.Find(id));")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], [ProducesResponseType<View>(200)] (Guid id) => Results.Ok(Store.Find(id)));")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], Summary (Guid id) => new Detail { Phone = Store.Find(id).Phone });")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Results.Ok(View.Of(Store.Find(id)))).Produces<View>();")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Store.Find(id)).Produces<Customer>();")]
    [InlineData("app.MapGet(\"/c\", () => Store.All.Select(View.Of).ToList()).Produces<List<View>>();")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Results.Ok(Store.Find(id).Id)).Produces<View>();")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Store.Find(id)).Produces<View>(404);")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Store.Find(id)); app.MapGet(\"/v\", () => new View()).Produces<View>();")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Results.Ok(Store.Find(id)));")]
    [InlineData("app.MapGet(\"/c/{id}\", Summary (Guid id) => new Summary { Id = id });")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => Store.Find(id).Email).Produces<string>();")]
    [InlineData("app.MapGet([|\"/c/{id}\"|], (Guid id) => Store.Find(id)).Produces<Hushed>();")]
    [InlineData("app.MapGet(\"/c/{id}\", (Guid id) => new Hushed { Phone = Store.Find(id).Phone }).Produces<Hushed>();")]
    public Task What_is_answered_is_what_is_announced(string mapping) => Verify.VerifyProgramAsync(
        $$"""
        {{Usings}}
        var app = WebApplication.CreateBuilder().Build();
        {{mapping}}
        app.Run();
        {{Types}}
        """,
        Policies.Shop);

    [Fact]
    public Task The_message_names_what_is_too_much() => Verify.VerifyProgramAsync(
        $$"""
        {{Usings}}
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet([|"/c/{id}"|], (Guid id) => {|from:Store.Find(id)|}).Produces<View>();
        app.Run();
        {{Types}}
        """,
        Policies.Shop,
        "Endpoint \"/c/{id}\" answers with contact.phone, of which View, which it announces, has nothing.");

    [Fact]
    public Task Actions() => Verify.VerifyAnalyzerAsync(
        Usings + Types + """
        [ApiController, Route("c")]
        public sealed class CustomersController : ControllerBase
        {
            [HttpGet("1")] public ActionResult<View> [|Inherited|](Guid id) => Ok(Store.Find(id));
            [HttpGet("2")] public async Task<ActionResult<View>> [|Later|](Guid id) { var c = await Store.FindAsync(id); return Ok(c); }
            [HttpGet("3"), ProducesResponseType(typeof(View), 200)] public IActionResult [|Announced|](Guid id) => Ok(Store.Find(id));
            [HttpGet("4"), ProducesResponseType<View>(200)] public IActionResult [|Through|](Guid id) => Wrapped(Store.Find(id));
            [HttpGet("5")] public ActionResult<View> Clean(Guid id) => Ok(View.Of(Store.Find(id)));
            [HttpGet("6")] public ActionResult<Customer> Whole(Guid id) => Store.Find(id);
            [HttpGet("7"), ProducesResponseType(typeof(View), 200)] public IActionResult CleanAnnounced(Guid id) => Wrapped(View.Of(Store.Find(id)));
            [HttpGet("9"), Produces("application/json", "text/json")] public IActionResult Typed(Guid id) => Ok(Store.Find(id));
            [HttpGet("8")] public IActionResult Silent(Guid id) => Ok(Store.Find(id));
            private IActionResult Wrapped(object what) => Ok(what);
        }
        """,
        Policies.Shop,
        "Action 'CustomersController.Inherited' answers with contact.phone, of which View, which it announces, has nothing.");

    [Fact]
    public Task What_the_purpose_does_not_allow() => Verify.VerifyAnalyzerAsync(
        Usings + Types + """
        [ApiController, Route("c"), Purpose("communication")]
        public sealed class CustomersController : ControllerBase
        {
            [HttpGet("1")] public Customer [|Whole|](Guid id) => Store.Find(id);
            [HttpGet("2")] public List<Customer> [|All|]() => Store.All;
            [HttpGet("3")] public IActionResult [|Wrapped|](Guid id) => Ok(Find(id));
            [HttpGet("4")] public View Clean(Guid id) => View.Of(Store.Find(id));
            [HttpGet("5")] public IActionResult CleanWrapped(Guid id) => Ok(Store.Find(id).Id);
            // Reading is PAC3001.
            [HttpGet("6")] public IActionResult Read(Guid id) => Ok(Store.Find(id).Phone);
            [HttpGet("7"), Purpose("transactions")] public Detail Phones(Guid id) => new() { Phone = Store.Find(id).Phone };
            private Customer Find(Guid id) => Store.Find(id);
        }
        """,
        Policies.Shop,
        "Action 'CustomersController.Whole' answers with contact.phone, which no code here reads and the serializer does, for "
        + "communication; The Shop does not allow it for that [SHOP-1, shop.policy.yaml:15].");

    [Fact]
    public Task A_mapped_endpoint_runs_for_what_the_code_around_it_does() => Verify.VerifyAnalyzerAsync(
        Usings + Types + """
        public static class Endpoints
        {
            [Purpose("communication")]
            public static void MapMail(WebApplication app)
            {
                app.MapGet([|"/a"|], (Guid id) => Store.Find(id));
                app.MapGet("/b", (Guid id) => View.Of(Store.Find(id)));
            }
            public static void MapAny(WebApplication app) => app.MapGet("/c", (Guid id) => Store.Find(id));
        }
        """,
        Policies.Shop);
}

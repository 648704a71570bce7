using Endpoint = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.EndpointUnauthorisedRule>;
using Logged = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>What is not written as JSON, because its member says so, does not get where the JSON goes.</summary>
public sealed class JsonWritingTests
{
    private const string Kept = "System.Text.Json.Serialization.JsonIgnore";
    private const string Always = "System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Always)";
    private const string WhenNull = "System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)";
    private const string Never = "System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)";

    // System.Text.Json does not know the attribute of the other library: what it is to hide gets out.
    private const string OfNobody = "Newtonsoft.Json.JsonIgnore";

    private static string Types(string attribute) => $$"""
        namespace Newtonsoft.Json { public sealed class JsonIgnoreAttribute : Attribute { } }
        public class Person
        {
            public Guid Id { get; init; }
            [{{attribute}}] [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public sealed class Group { public List<Person> People { get; } = []; }
        public static class Store
        {
            public static Person Find(Guid id) => new();
            public static Task<Person> FindAsync(Guid id) => Task.FromResult(new Person());
            public static List<Person> All => [];
        }

        """;

    [Theory]
    [InlineData("(Guid id) => Store.Find(id)")]
    [InlineData("async (Guid id) => await Store.FindAsync(id)")]
    [InlineData("(Guid id) => Results.Ok(Store.Find(id))")]
    [InlineData("(Guid id) => TypedResults.Ok(Store.Find(id))")]
    [InlineData("(Guid id) => { var found = Store.Find(id); return found is null ? Results.NotFound() : Results.Json(found); }")]
    [InlineData("() => Store.All")]
    [InlineData("() => new Group()")]
    [InlineData("(Guid id) => Results.Ok(new { Person = Store.Find(id) })")]
    public async Task An_endpoint(string handler)
    {
        foreach (var (attribute, isKept) in new[] { (Kept, true), (Always, true), (WhenNull, false), (Never, false), (OfNobody, false) })
            await Endpoint.VerifyProgramAsync(
                $"""
                using Microsoft.AspNetCore.Builder;
                using Microsoft.AspNetCore.Http;
                var app = WebApplication.CreateBuilder().Build();
                app.MapGet({(isKept ? "\"/c\"" : "[|\"/c\"|]")}, {handler});
                app.Run();

                """ + Types(attribute), Policies.Shop);
    }

    [Theory]
    [InlineData("Person", "Store.Find(id)")]
    [InlineData("ActionResult<Person>", "Store.Find(id)")]
    [InlineData("IActionResult", "Ok(Store.Find(id))")]
    [InlineData("IActionResult", "new OkObjectResult(Store.Find(id))")]
    [InlineData("IActionResult", "new JsonResult(Store.Find(id))")]
    [InlineData("object", "Store.Find(id)")]
    public async Task An_action(string type, string expression)
    {
        foreach (var (attribute, name) in new[] { (Kept, "Run"), (WhenNull, "[|Run|]") })
            await Endpoint.VerifyAnalyzerAsync(
                "using Microsoft.AspNetCore.Mvc;\n" + Types(attribute) + $$"""
                [ApiController] public sealed class People : ControllerBase
                {
                    [HttpGet] public {{type}} {{name}}(Guid id) => {{expression}};
                }
                """, Policies.Shop);
    }

    [Fact]
    public Task A_view_shows_what_its_markup_names() => Endpoint.VerifyAnalyzerAsync(
        "using Microsoft.AspNetCore.Mvc;\n" + Types(Kept) + """
        public sealed class People : Controller
        {
            [HttpGet] public IActionResult [|Show|](Guid id) => View(Store.Find(id));
            [HttpGet] public IActionResult Read(Guid id) => Json(Store.Find(id));
        }
        """, Policies.Shop);

    [Theory]
    [InlineData(Kept, "[|person|]")]
    [InlineData(Kept, "[|person.Email|]")]
    [InlineData(Kept, "[|System.Text.Json.JsonSerializer.Serialize(person.Email)|]")]
    [InlineData(Kept, "System.Text.Json.JsonSerializer.Serialize(person)")]
    [InlineData(Kept, "System.Text.Json.JsonSerializer.Serialize(Store.Find(person.Id))")]
    [InlineData(Kept, "System.Text.Json.JsonSerializer.Serialize((object)person)")]
    [InlineData(Kept, "System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Store.All)")]
    [InlineData(Kept, "[|System.Text.Json.JsonSerializer.Serialize(new { person.Email })|]")]
    [InlineData(WhenNull, "[|System.Text.Json.JsonSerializer.Serialize(person)|]")]
    [InlineData(OfNobody, "[|System.Text.Json.JsonSerializer.Serialize(person)|]")]
    public Task A_text(string attribute, string expression) => Logged.VerifyAnalyzerAsync(
        "using Microsoft.Extensions.Logging;\n" + Types(attribute) + $$"""
        public sealed class Service(ILogger log)
        {
            public void Run(Person person) => log.LogInformation("{Value}", {{expression}});
        }
        """, Policies.Shop);
}

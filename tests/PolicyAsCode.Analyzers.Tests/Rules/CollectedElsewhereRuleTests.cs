using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.CollectedElsewhereRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>Where a policy collects what, and which endpoints ask for it elsewhere; each true case with its clean twin.</summary>
public sealed class CollectedElsewhereRuleTests
{
    // Email where people register, the phone from partners alone, the name anywhere.
    private static readonly string Policy = Policies.Shop
        .Replace("    for: [communication]\n", "    for: [communication]\n    collected: [registration, visit]\n", StringComparison.Ordinal)
        .Replace("    for: [transactions]\n", "    for: [transactions]\n    collected: partner\n", StringComparison.Ordinal)
        + """


        sources:
          registration: { clause: SHOP-4, from: person }
          visit: { clause: SHOP-4, from: device }
          order: { clause: SHOP-4, from: person }
          partner: { clause: SHOP-5, from: third-party }
        """;

    private const string Code = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Routing;
        public class WithEmail { [DataCategory("contact.email")] public string? Email { get; set; } public int Points { get; set; } }
        public record WithPhone([DataCategory("contact.phone")] string? Phone);
        public class WithName { [DataCategory("contact.name")] public string? Name { get; set; } }
        public class Nested { public WithPhone? Held { get; set; } public List<WithName> Names { get; set; } = []; }
        public class Many { public List<WithPhone> Held { get; set; } = []; }
        public class Computed { [DataCategory("contact.phone")] public string? Phone => null; [BindNever, DataCategory("contact.phone")] public string? Own { get; set; } }
        public interface IDirectory { [DataCategory("contact.phone")] string? Phone { get; set; } }

        """;

    private static Task FindsAsync(string code, params string[] messages) => Verify.VerifyAnalyzerAsync(Code + code, Policy, messages);

    private static string Controller(string attributes, string parameters) => $$"""
        {{attributes}}
        public class ShopController : ControllerBase { [HttpPost] public void Post({{parameters}}) { } }
        """;

    [Theory]
    [InlineData("[CollectedAt(\"order\")]", "WithEmail [|form|]", "WithName form")]
    [InlineData("[CollectedAt(\"order\")]", "[DataCategory(\"contact.email\")] string [|email|]", "[DataCategory(\"contact.name\")] string name")]
    [InlineData("[CollectedAt(\"order\")]", "[FromQuery] WithEmail [|form|], CancellationToken cancel", "[FromServices] WithEmail form, CancellationToken cancel")]
    [InlineData("[CollectedAt(\"registration\")]", "WithPhone [|form|]", "WithEmail form")]
    [InlineData("[CollectedAt(\"registration\")]", "Nested [|form|]", "IDirectory directory")]
    [InlineData("[CollectedAt(\"registration\")]", "Many [|form|]", "Computed form")]
    [InlineData("[CollectedAt(\"registration\")]", "WithPhone[] [|forms|]", "WithEmail[] forms")]
    [InlineData("[CollectedAt(\"registration\")]", "List<WithPhone> [|forms|]", "List<WithEmail> forms")]
    [InlineData("", "WithPhone [|form|]", "WithEmail form")]
    [InlineData("[CollectedAt(\"order\")]", "[CollectedAt(\"order\")] WithEmail [|form|]", "[CollectedAt(\"registration\")] WithEmail form")]
    [InlineData("[CollectedAt(\"registration\")]", "[CollectedAt(\"order\")] WithEmail [|form|]", "[CollectedAt(\"partner\")] WithPhone form")]
    public async Task Actions_and_their_clean_twins(string attributes, string reported, string clean)
    {
        await FindsAsync(Controller(attributes, reported));
        await FindsAsync(Controller(attributes, clean));
    }

    [Fact]
    public Task The_messages_name_the_source_and_what_is_stated() => FindsAsync(
        """
        public class ShopController : ControllerBase
        {
            [CollectedAt("order")] public void At(WithEmail [|form|]) { }
            public void From(WithPhone [|form|]) { }
        }
        """,
        "'form' takes in contact.email at order, but The Shop collects that at registration or visit only [SHOP-1, shop.policy.yaml:",
        "'form' takes in contact.phone from whoever sends the request, but The Shop collects that from others alone, at partner [SHOP-1,");

    [Fact]
    public Task Minimal_endpoints() => FindsAsync(
        """
        public static class Endpoints
        {
            public static void Map(IEndpointRouteBuilder app)
            {
                app.MapPost("/a", (WithPhone [|form|]) => 1);
                app.MapPost("/b", [CollectedAt("partner")] (WithPhone form) => 1);
                app.MapPost("/c", [CollectedAt("order")] (WithEmail [|form|], IDirectory directory) => 1);
                app.MapPost("/d", [CollectedAt("registration")] (WithEmail form, IDirectory directory) => 1);
                app.MapPost("/e", Leak);
                app.MapPost("/f", Clean);
            }
            static int Leak(WithPhone [|form|]) => 1;
            [CollectedAt("partner")] static int Clean(WithPhone form) => 1;
            static int Nobodys(WithPhone form) => 1;
        }
        """);

    [Fact]
    public Task Pages_and_properties_that_requests_fill() => FindsAsync(
        """
        [CollectedAt("order")]
        public class OrderModel : PageModel
        {
            [BindProperty] public WithEmail [|Form|] { get; set; } = new();
            [BindProperty] public WithName Name { get; set; } = new();
            [BindProperty, DataCategory("contact.email")] public string? [|Email|] { get; set; }
            public WithEmail Shown { get; set; } = new();
            public void OnPostAsync(WithEmail [|form|], WithName name) { }
            public void Other(WithEmail form) { }
        }
        [BindProperties, CollectedAt("order")]
        public class AllModel : PageModel { public WithEmail [|Form|] { get; set; } = new(); public WithEmail Shown { get; private set; } = new(); }
        [CollectedAt("registration")]
        public class RegistrationModel : PageModel
        {
            [BindProperty] public WithEmail Form { get; set; } = new();
            public void OnPostAsync(WithEmail form) { }
        }
        """);

    // A form asks for one thing where its page stands, and takes another from elsewhere.
    [Fact]
    public Task A_member_of_a_form_says_where_it_comes_from() => FindsAsync(
        """
        public class Mixed
        {
            [DataCategory("contact.phone"), CollectedAt("partner")] public string? Phone { get; set; }
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public class Feed { [DataCategory("contact.email"), CollectedAt("partner")] public string? Email { get; set; } }
        public record Sent([property: CollectedAt("partner")][DataCategory("contact.phone")] string? Phone);
        public record Told([CollectedAt("partner")][DataCategory("contact.phone")] string? Phone);
        [CollectedAt("registration")]
        public class ShopController : ControllerBase
        {
            [HttpPost] public void Post(Mixed form, Sent sent, Told told) { }
            [HttpPost] public void Other(Feed [|feed|]) { }
            [CollectedAt("order")] public void Order(Mixed [|form|]) { }
        }
        """,
        "'feed' takes in contact.email at partner, but The Shop collects that at registration or visit only [SHOP-1, shop.policy.yaml:",
        "'form' takes in contact.email at order, but");

    [Fact]
    public Task What_is_no_endpoint_takes_nothing_in() => FindsAsync(
        """
        [CollectedAt("order")]
        public class Service
        {
            public void OnPost(WithEmail form) { }
            public WithPhone? Held { get; set; }
        }
        public class ShopController : ControllerBase
        {
            [NonAction] public void Helper(WithPhone form) { }
            void Own(WithPhone form) { }
        }
        """);

    [Fact]
    public Task The_statement_on_the_subject_counts() => Verify.VerifyAnalyzerAsync(
        Code + """
        [DataSubject("staff")] public class Cashier { [DataCategory("contact.name")] public string? Name { get; set; } }
        [DataSubject("customer")] public class Customer { [DataCategory("contact.name")] public string? Name { get; set; } }
        public class ShopController : ControllerBase
        {
            [CollectedAt("order")] public void Staff(Cashier [|form|]) { }
            [CollectedAt("order")] public void Theirs(Customer form) { }
            [CollectedAt("order")] public void Anybodys(WithName form) { }
        }
        """,
        Policy.Replace("customer: { clause: SHOP-3 }", "customer: { clause: SHOP-3 }\n  staff: { clause: SHOP-3 }", StringComparison.Ordinal).Replace("""
              contact.name:
                clause: SHOP-1
                of: customer
                for: [communication, transactions]
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
                protect: [redacted-in-logs]
            """, """
              contact.name:
                - clause: SHOP-1
                  of: customer
                  for: [communication, transactions]
                  collected: order
                  keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
                - clause: SHOP-1
                  of: staff
                  for: [communication]
                  collected: registration
                  keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            """, StringComparison.Ordinal));

    [Fact]
    public Task A_policy_that_names_no_sources_asks_nothing() => Verify.VerifyAnalyzerAsync(
        Code + Controller("[CollectedAt(\"order\")]", "WithEmail form"), Policies.Shop);
}

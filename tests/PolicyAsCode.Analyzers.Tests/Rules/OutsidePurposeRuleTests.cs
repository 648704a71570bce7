using PolicyAsCode.Analyzers.Tests.Verification;
using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.OutsidePurposeRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>Where a program begins to use personal data, it says what for.</summary>
public sealed class OutsidePurposeRuleTests
{
    private const string Shop = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Hosting;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.name")] public string? Name { get; set; }
        }
        public class Form
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.name")] public string? Name { get; set; }
        }
        public static class Mail
        {
            public static void Send(string? to) { }
            public static string Head(Customer customer) => customer.Name + " <" + customer.Email + ">";
            [Purpose("communication")] public static string To(Customer customer) => "" + customer.Email;
        }

        """;

    private static Task CheckAsync(string code, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(Shop + code, Policies.Shop, messages);

    [Fact]
    public Task An_action_reads_and_says_not_what_for() => CheckAsync(
        """
        public class CustomersController : ControllerBase
        {
            public void Post(Customer customer) => Mail.Send([|customer.Email|]);
            [Purpose("communication")] public void Said(Customer customer) => Mail.Send(customer.Email);
            public string Called(Customer customer) => Mail.To(customer);
        }
        """,
        "'Customer.Email' (contact.email) is read here, and nothing says for which purpose 'CustomersController.Post' runs. "
        + "The Shop allows it for communication only [SHOP-1, shop.policy.yaml:");

    [Fact]
    public Task By_way_of_a_helper_all_that_it_reads_is_one_finding() => CheckAsync(
        """
        public class CustomersController : ControllerBase
        {
            public string Get(Customer customer) => [|Mail.Head(customer)|];
            public string Other(Customer customer) => Helper(customer);
            [Purpose("communication")] private string Helper(Customer customer) => Mail.Head(customer);
        }
        """,
        "'Customer.Name' (contact.name) and 'Customer.Email' (contact.email) are read here, by way of Mail.Head, and nothing says");

    [Fact]
    public Task What_a_program_maps_what_runs_in_its_background_and_its_pages() => CheckAsync(
        """
        public static class Routes
        {
            public static void Map(IEndpointRouteBuilder app) => app.MapPost("/x", (Customer customer) => Mail.Send([|customer.Email|]));
            public static void MapNamed(IEndpointRouteBuilder app) => app.MapPost("/y", [|Handle|]);
            static void Handle(Customer customer) => Mail.Send(customer.Email);
            [Purpose("communication")]
            public static void MapSaid(IEndpointRouteBuilder app) => app.MapPost("/z", (Customer customer) => Mail.Send(customer.Email));
        }
        public class Nightly(Customer customer) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken cancel) { Mail.Send([|customer.Email|]); return Task.CompletedTask; }
        }
        public class ShowModel : PageModel
        {
            public Customer Shown { get; } = new();
            public void OnGet() => Mail.Send([|Shown.Email|]);
        }
        """);

    [Fact]
    public Task A_program_of_statements() => Verify.VerifyProgramAsync(
        """
        var customer = new Customer();
        System.Console.Title = "" + [|customer.Email|];
        System.Console.Title = [|Letters.Head(customer)|];
        System.Console.Title = Letters.To(customer);
        public class Customer { [DataCategory("contact.email")] public string? Email { get; set; } }
        public static class Letters
        {
            public static string Head(Customer customer) => "" + customer.Email;
            [Purpose("communication")] public static string To(Customer customer) => "" + customer.Email;
        }
        """, Policies.Shop);

    [Fact]
    public Task Who_begins_answers_and_not_who_starts_the_program() => Verify.VerifyProgramAsync(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        Routes.Map(null!);
        public class Customer { [DataCategory("contact.email")] public string? Email { get; set; } }
        public static class Routes
        {
            public static void Map(IEndpointRouteBuilder app) =>
                app.MapPost("/x", (Customer customer) => { System.Console.Title = "" + [|customer.Email|]; });
        }
        """, Policies.Shop);

    [Fact]
    public Task Collecting_and_asking_whether_there_is_one_is_no_use_yet() => CheckAsync(
        """
        public class CustomersController : ControllerBase
        {
            public Customer Post(Form form) => new() { Email = form.Email, Name = form.Name };
            public void Put(Form form, Customer customer) => customer.Email = form.Email;
            public bool Has(Customer customer) => customer.Email != null && !string.IsNullOrEmpty(customer.Name);
            public void Wrong(Form form, Customer customer) => customer.Email = [|form.Name|];
        }
        """);

    [Fact]
    public Task A_library_is_judged_where_it_is_called() => CheckAsync(
        "public class Letters { public void Write(Customer customer) => Mail.Send(customer.Email); }");
}

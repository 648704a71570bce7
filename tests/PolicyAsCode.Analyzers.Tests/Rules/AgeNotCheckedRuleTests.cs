using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.AgeNotCheckedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>Where a person's record begins, and who asked for the age; each true case with its clean twin.</summary>
public sealed class AgeNotCheckedRuleTests
{
    private static string Policy => Policies.Shop + "\n\nage: { clause: SHOP-8, minimum: 16, below: refuse }\n";

    private const string Code = """
        using Microsoft.EntityFrameworkCore;
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public class Order { public Guid Id { get; init; } public Guid CustomerId { get; init; } [DataCategory("contact.phone")] public string? Phone { get; set; } }
        public sealed class Form { [DataCategory("contact.email")] public string? Email { get; init; } public DateOnly Born { get; init; } }
        public class Shop(DbContextOptions options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Order> Orders => Set<Order>();
        }
        public interface IAges
        {
            [Gate("age")] bool OldEnough(DateOnly born);
            [Gate("age")] Task<bool> OldEnoughAsync(DateOnly born);
            [Gate("age")] void Require(DateOnly born);
            [Gate("consent")] bool Agreed(DateOnly born);
            bool Looks(DateOnly born);
        }

        """;

    private static string Registration(string members) => Code + $$"""
        [Purpose("communication")]
        public class Registration(Shop shop, IAges ages)
        {
            {{members}}
            void Keep(Customer customer) { shop.Customers.Add(customer); GC.KeepAlive(ages); }
        }
        """;

    private static Task FindsAsync(string members, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(Registration(members), Policy, messages);

    [Theory]
    [InlineData("Keep([|new Customer { Email = form.Email }|]);")]
    [InlineData("var customer = [|new Customer()|]; customer.Email = form.Email; Keep(customer);")]
    [InlineData("shop.Add([|new Customer { Email = form.Email }|]);")]
    [InlineData("Customer customer = [|new()|]; Keep(customer);")]
    [InlineData("if (!ages.OldEnough(form.Born)) Keep([|new Customer()|]);")]
    [InlineData("ages.OldEnough(form.Born); Keep([|new Customer()|]);")]
    [InlineData("if (ages.OldEnough(form.Born) || form.Email != null) Keep([|new Customer()|]);")]
    [InlineData("if (ages.Looks(form.Born)) Keep([|new Customer()|]);")]
    [InlineData("if (ages.Agreed(form.Born)) Keep([|new Customer()|]);")]
    [InlineData("try { ages.Require(form.Born); } catch (Exception) { } Keep([|new Customer()|]);")]
    [InlineData("foreach (var one in new[] { form }) Keep([|new Customer { Email = one.Email }|]);")]
    [InlineData("shop.Customers.AddRange(new[] { form }.Select(one => [|new Customer { Email = one.Email }|]));")]
    public Task Unasked(string body) => FindsAsync($"public void Run(Form form) {{ {body} }}");

    [Theory]
    [InlineData("if (ages.OldEnough(form.Born)) Keep(new Customer { Email = form.Email });")]
    [InlineData("if (!ages.OldEnough(form.Born)) return; var customer = new Customer(); customer.Email = form.Email; Keep(customer);")]
    [InlineData("if (ages.OldEnough(form.Born) && form.Email != null) Keep(new Customer());")]
    [InlineData("var old = ages.OldEnough(form.Born); if (!old) throw new InvalidOperationException(); Keep(new Customer());")]
    [InlineData("ages.Require(form.Born); Keep(new Customer());")]
    [InlineData("foreach (var one in new[] { form }) if (ages.OldEnough(one.Born)) Keep(new Customer { Email = one.Email });")]
    [InlineData("shop.Orders.Add(new Order { Phone = form.Email });")]
    [InlineData("var other = new Form { Email = form.Email }; GC.KeepAlive(other);")]
    [InlineData("foreach (var customer in shop.Customers) customer.Email = form.Email;")]
    public Task Asked_or_no_record_of_a_person(string body) => FindsAsync($"public void Run(Form form) {{ {body} }}");

    [Fact]
    public Task The_message_names_the_age_and_the_clause() => FindsAsync(
        "public void Run(Form form) => Keep([|new Customer { Email = form.Email }|]);",
        "A 'Customer' is made here, and on some way nobody has checked the person's age, but The Shop is open from 16 years only [SHOP-8, shop.policy.yaml:");

    [Fact]
    public Task Asynchronously() => FindsAsync(
        """
        public async Task Leak(Form form) { await ages.OldEnoughAsync(form.Born); Keep([|new Customer()|]); }
        public async Task Clean(Form form) { if (await ages.OldEnoughAsync(form.Born)) Keep(new Customer()); }
        """);

    [Fact]
    public Task A_private_method_makes_it_for_its_callers() => FindsAsync(
        """
        Customer Make(Form form) => new() { Email = form.Email };
        Customer Between(Form form) => Make(form);
        public void Leak(Form form) => Keep([|Between(form)|]);
        public void Clean(Form form) { if (ages.OldEnough(form.Born)) Keep(Between(form)); }
        """,
        "A 'Customer' is made here, by way of Registration.Between, Registration.Make, and on some way");

    [Fact]
    public Task So_does_a_helper_that_names_no_purpose() => Verify.VerifyAnalyzerAsync(
        Code + """
        public static class Customers { public static Customer From(Form form) => new() { Email = form.Email }; }
        public class Registration(IAges ages)
        {
            [Purpose("communication")] public Customer Leak(Form form) => [|Customers.From(form)|];
            [Purpose("communication")] public Customer? Clean(Form form) => ages.OldEnough(form.Born) ? Customers.From(form) : null;
        }
        """, Policy);

    [Fact]
    public Task An_endpoint_answers_for_what_it_begins() => Verify.VerifyAnalyzerAsync(
        Code + """
        public class RegistrationController(Shop shop, IAges ages) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Leak(Form form) => shop.Customers.Add([|new Customer { Email = form.Email }|]);
            public void Clean(Form form) { ages.Require(form.Born); shop.Customers.Add(new Customer { Email = form.Email }); }
        }
        """, Policy);

    [Fact]
    public Task A_policy_that_names_no_age_asks_for_none() => Verify.VerifyAnalyzerAsync(
        Registration("public void Run(Form form) => Keep(new Customer { Email = form.Email });"), Policies.Shop);

    [Fact]
    public Task A_recipient_that_gets_data_after_it() => Verify.VerifyAnalyzerAsync(
        Code + """
        [Recipient("business-partner")] public interface IPartner { void Tell(string? who); }
        [Purpose("communication")]
        public class Offers(IPartner partner, IAges ages)
        {
            public void Leak(Customer customer) => partner.Tell([|customer.Email|]);
            public void Clean(Customer customer, DateOnly born) { if (ages.OldEnough(born)) partner.Tell(customer.Email); }
            public void Other(Customer customer, DateOnly born) { if (ages.Agreed(born)) partner.Tell([|customer.Email|]); }
            public void Through(Customer customer) => Write([|customer.Email|]);
            public void CleanThrough(Customer customer, DateOnly born) { ages.Require(born); Write(customer.Email); }
            void Write(string? to) => partner.Tell(to);
        }
        """,
        Policies.Shop + """


        recipients:
          business-partner: { clause: SHOP-4, role: controller, receives: contact.email, for: communication, after: age }
        """,
        "'customer.Email' hands contact.email to business-partner for communication, and on some way here nothing proves 'age'. The Shop hands it over only after that [SHOP-4, shop.policy.yaml:",
        "for communication, by way of Offers.Write, and on some way");
}

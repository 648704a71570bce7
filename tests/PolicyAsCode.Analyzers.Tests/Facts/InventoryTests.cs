using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>What a project says that it holds: from its declarations, whoever made them, and from nothing else.</summary>
public sealed class InventoryTests
{
    private const string Domain = """
        namespace Shop;
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            internal string? Handy { get; set; }
            [NotPersonalData("a shelf")] public string? Shelf { get; set; }
            public string? Name { get; set; }
        }
        public sealed record Ticket([property: DataCategory("contact.email")] string From, [DataCategory("contact.phone")] string Call);
        """;

    private const string Stored = """
        namespace Shop;
        public sealed class ShopContext : Microsoft.EntityFrameworkCore.DbContext
        {
            public Microsoft.EntityFrameworkCore.DbSet<Customer> Customers => Set<Customer>();
        }
        """;

    private const string Bindings = """
        bindings: shop
        types:
          Shop.Customer:
            members:
              Handy: contact.phone
        """;

    [Fact]
    public void A_project_says_what_its_members_hold_by_attribute_and_binding()
    {
        var inventory = Of(Domain);

        Assert.Equal(("Tested", "shop", 1), (inventory.Assembly, inventory.Policy, inventory.Version));
        Assert.Equal(
            """
            P:Shop.Customer.Email contact.email of customer
            P:Shop.Customer.Handy contact.phone of customer
            P:Shop.Ticket.Call contact.phone of 
            P:Shop.Ticket.From contact.email of 
            """, Shown(inventory));
    }

    [Fact]
    public void What_a_context_stores_is_said_to_be_stored()
    {
        var inventory = Of(Domain + Stored.Replace("namespace Shop;", ""));

        Assert.Contains("P:Shop.Customer.Email contact.email of customer, stored", Shown(inventory));
        Assert.DoesNotContain("Ticket.From contact.email of , stored", Shown(inventory));
    }

    [Fact]
    public void The_project_with_the_context_says_it_of_another_projects_entity()
    {
        var domain = TestCompilation.Create([("Domain.cs", Domain)], isProgram: false, name: "Domain");
        using var image = new MemoryStream();
        Assert.True(domain.Emit(image).Success);
        var inventory = Of(Stored, [MetadataReference.CreateFromImage(image.ToArray())]);

        Assert.Contains("P:Shop.Customer.Email contact.email of customer, stored", Shown(inventory));
    }

    [Fact]
    public void A_program_says_what_it_holds_and_not_what_its_methods_do()
    {
        var attributes = Attributes(Domain + "public static class Program { static void Main() => Console.WriteLine(new Customer().Email); }", true, new Dictionary<string, string>());

        Assert.DoesNotContain(FactsFile.Key, attributes.Keys);
        Assert.Contains("P:Shop.Customer.Email", attributes[InventoryFile.Key]);
    }

    [Fact]
    public void A_body_changes_nothing()
    {
        var before = Attributes(Domain + "public static class A { public static void B() { } }", false, new Dictionary<string, string>());
        var after = Attributes(Domain + "public static class A { public static void B() { Console.WriteLine(1); } }", false, new Dictionary<string, string>());

        Assert.Equal(before[InventoryFile.Key], after[InventoryFile.Key]);
    }

    [Fact]
    public void A_helper_library_says_that_no_policy_governs_it()
    {
        var inventory = Read(Attributes("namespace Kit; public static class A;", false, new Dictionary<string, string> { ["PrivacyPolicy"] = "none" }, []));

        Assert.False(inventory.IsGoverned);
        Assert.Empty(inventory.Held);
    }

    [Fact]
    public void Nothing_is_said_where_that_is_switched_off() =>
        Assert.Empty(Attributes(Domain, false, new Dictionary<string, string> { ["PolicyAsCodeFacts"] = "false" }));

    private static AssemblyInventory Of(string code, IEnumerable<MetadataReference>? more = null) =>
        Read(Attributes(code, false, new Dictionary<string, string>(), more: more));

    private static AssemblyInventory Read(Dictionary<string, string> attributes) =>
        InventoryFile.Read(attributes[InventoryFile.Key], out _)!;

    private static Dictionary<string, string> Attributes(
        string code, bool isProgram, Dictionary<string, string> properties,
        IEnumerable<(string, string)>? files = null, IEnumerable<MetadataReference>? more = null) =>
        TestSolution.Write(
                TestCompilation.Create([("Tested.cs", code)], isProgram, more),
                files ?? [("policies/shop.policy.yaml", Policies.Shop), ("policies/shop.bindings.yaml", Bindings)],
                properties)
            .Assembly.GetAttributes()
            .Where(one => one.ConstructorArguments is [{ Value: string }, { Value: string }])
            .ToDictionary(
                one => (string)one.ConstructorArguments[0].Value!, one => (string)one.ConstructorArguments[1].Value!);

    private static string Shown(AssemblyInventory inventory) => string.Join("\n", inventory.Held
        .Select(one => $"{one.Member} {string.Join(",", one.Categories)} of {string.Join(",", one.Subjects)}"
            + (one.IsStored ? ", stored" : ""))
        .Order(StringComparer.Ordinal));
}

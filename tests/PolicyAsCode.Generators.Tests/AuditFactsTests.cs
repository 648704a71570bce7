using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>The audit and breach reports know everybody whose a row is, and call them as their erasure does.</summary>
public sealed class AuditFactsTests
{
    [Fact]
    public void A_row_of_two_people_is_found_by_both_sides_and_by_further_ways()
    {
        var facts = Facts("""
            [DataSubject("customer")]
            public sealed class Customer
            {
                public int Id { get; init; }
                [DataCategory("contact.email")] public string? Email { get; set; }
            }

            public sealed class Folder
            {
                public int Id { get; init; }
                public int? OwnerId { get; set; }
                public Customer? Owner { get; set; }
            }

            public sealed class Letter
            {
                public int Id { get; init; }
                public int? SenderId { get; set; }
                public Customer? Sender { get; set; }
                public int? RecipientId { get; set; }
                public Customer? Recipient { get; set; }
                public int? FolderId { get; set; }
                public Folder? Folder { get; set; }
                [DataCategory("contact.email")] public string? Text { get; set; }
            }
            """, "public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Folder> Folders => Set<Folder>(); public DbSet<Letter> Letters => Set<Letter>();");
        Assert.Contains("new(typeof(global::Shop.Letter), \"customer\", [new(\"SenderId\", typeof(global::Shop.Customer))],", facts, StringComparison.Ordinal);
        Assert.Contains(
            "]) { Further = [[new(\"RecipientId\", typeof(global::Shop.Customer))], "
            + "[new(\"FolderId\", typeof(global::Shop.Folder)), new(\"OwnerId\", typeof(global::Shop.Customer))]] },", facts, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_records_of_one_kind_are_called_as_their_erasures_call_them()
    {
        var facts = Facts("""
            [DataSubject("customer")]
            public sealed class Customer
            {
                public int Id { get; init; }
                [DataCategory("contact.email")] public string? Email { get; set; }
            }

            [DataSubject("customer")]
            public sealed class Guest
            {
                public int Id { get; init; }
                [DataCategory("contact.email")] public string? Email { get; set; }
            }

            public sealed class Letter
            {
                public int Id { get; init; }
                public int? GuestId { get; set; }
                public Guest? Guest { get; set; }
                [DataCategory("contact.email")] public string? Text { get; set; }
            }
            """, "public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Guest> Guests => Set<Guest>(); public DbSet<Letter> Letters => Set<Letter>();");
        Assert.Contains("new(typeof(global::Shop.Customer), \"customer/Customer\", [],", facts, StringComparison.Ordinal);
        Assert.Contains("new(typeof(global::Shop.Guest), \"customer/Guest\", [],", facts, StringComparison.Ordinal);
        Assert.Contains("new(typeof(global::Shop.Letter), \"customer/Guest\", [new(\"GuestId\", typeof(global::Shop.Guest))],", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("\"customer\"", facts, StringComparison.Ordinal);
    }

    private static string Facts(string entities, string sets)
    {
        var run = GeneratorRun.Start($$"""
            using Microsoft.EntityFrameworkCore;
            using PolicyAsCode;
            using PolicyAsCode.EntityFrameworkCore;

            namespace Shop;

            [PrivacyOperations]
            public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
            {
                {{sets}}
            }

            {{entities}}
            """, SmallShop.Policy);
        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        return run.File("Privacy.Audit.g.cs")!;
    }
}

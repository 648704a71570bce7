using PolicyAsCode.Analyzers.Tests.Verification;
using Run = PolicyAsCode.CodeFixes.Tests.CodeFixRun<
    PolicyAsCode.Analyzers.Rules.Retention.OperationsNotGeneratedRule, PolicyAsCode.CodeFixes.AskForOperations>;

namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>A context for which nothing is generated asks for it.</summary>
public sealed class AskForOperationsTests
{
    [Fact]
    public async Task Contexts_are_marked()
    {
        var (code, titles) = await Run.MendAllAsync(
            """
            using Microsoft.EntityFrameworkCore;
            using PolicyAsCode.EntityFrameworkCore;

            [DataSubject("customer")]
            public sealed class Customer
            {
                public int Id { get; set; }
                [DataCategory("contact.email")] public string? Email { get; set; }
            }

            /// <summary>What the shop stores.</summary>
            public sealed class Shop(DbContextOptions options) : DbContext(options)
            {
                public DbSet<Customer> Customers => Set<Customer>();
            }

            namespace Microsoft.EntityFrameworkCore
            {
                public class DbContextOptions;
                public class DbSet<T>;
                public class DbContext(DbContextOptions options)
                {
                    public DbSet<T> Set<T>() => new();
                    public override string ToString() => $"{options}";
                }
            }

            namespace PolicyAsCode.EntityFrameworkCore
            {
                public sealed class PrivacyOperationsAttribute : Attribute;
            }
            """,
            [Constants.File], [("policies/shop.policy.yaml", Policies.Shop)]);

        Assert.Equal(["Have retention and erasure generated: [PrivacyOperations]"], titles);
        Assert.Contains(
            """
            /// <summary>What the shop stores.</summary>
            [PrivacyOperations]
            public sealed class Shop(
            """,
            code, StringComparison.Ordinal);
    }
}

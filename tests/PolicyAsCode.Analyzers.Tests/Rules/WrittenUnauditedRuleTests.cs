using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.WrittenUnauditedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class WrittenUnauditedRuleTests
{
    private static string Policy => Policies.Shop + """

        protection:
          - { clause: SHOP-9, data: contact.email, protect: audited }
        """;

    private const string Model = """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Diagnostics;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public class Product { public Guid Id { get; init; } public string? Name { get; set; } }
        [Audits] public sealed class Trail : SaveChangesInterceptor;
        public sealed class Silent : SaveChangesInterceptor;
        [Audits] public sealed class CommandTrail : DbCommandInterceptor;
        public static class AuditExtensions
        {
            public static DbContextOptionsBuilder UsePrivacyAudit(this DbContextOptionsBuilder options, IServiceProvider provider) => options;
        }
        // What EF Core's relational part has; it is not referred to here.
        namespace Microsoft.EntityFrameworkCore.Diagnostics
        {
            public interface IDbCommandInterceptor : IInterceptor;
            public abstract class DbCommandInterceptor : IDbCommandInterceptor;
        }
        namespace Microsoft.EntityFrameworkCore
        {
            using Microsoft.EntityFrameworkCore.Infrastructure;
            public static class RelationalDatabaseFacadeExtensions
            {
                public static int ExecuteSqlRaw(this DatabaseFacade database, string sql, params object[] parameters) => 0;
                public static Task<int> ExecuteSqlRawAsync(this DatabaseFacade database, string sql, CancellationToken cancel = default) => Task.FromResult(0);
                public static Task<int> ExecuteSqlAsync(this DatabaseFacade database, FormattableString sql, CancellationToken cancel = default) => Task.FromResult(0);
            }
        }

        """;

    private const string Context =
        "(DbContextOptions options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Product> Products => Set<Product>(); ";

    private const string Services =
        " public interface IServices { void AddDbContext<T>(Action<DbContextOptionsBuilder> options) where T : DbContext; }";

    [Theory]
    [InlineData("public class [|Shop|]" + Context + "}")]
    [InlineData("public class [|Shop|]" + Context + "protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.AddInterceptors(new Silent()); }")]
    [InlineData("public class [|Shop|]" + Context + "private Trail _unused = new(); }")]
    [InlineData("public class Shop" + Context + "protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.AddInterceptors(new Trail()); }")]
    [InlineData("public class Shop" + Context + "} public static class Setup { public static void Add(DbContextOptionsBuilder builder, Trail trail) => builder.AddInterceptors(new IInterceptor[] { new Silent(), new Trail() }); }")]
    [InlineData("public class Shop" + Context + "} public static class Setup { public static void Add(DbContextOptionsBuilder builder, Trail trail) => builder.AddInterceptors(trail); }")]
    [InlineData("public class Shop" + Context + "private readonly Trail _trail = new(); protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.AddInterceptors(_trail); }")]
    [InlineData("public class Shop" + Context + "private Trail Kept { get; } = new(); protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.AddInterceptors(Kept); }")]
    [InlineData("public class Shop" + Context + "protected override void OnConfiguring(DbContextOptionsBuilder builder) { var trail = new Trail(); builder.AddInterceptors(trail); } }")]
    [InlineData("public class [|Shop|]" + Context + "protected override void OnConfiguring(DbContextOptionsBuilder builder) { var silent = new Silent(); builder.AddInterceptors(silent); } }")]
    [InlineData("public class [|Shop|]" + Context + "} public static class Setup { public static void Add(DbContextOptionsBuilder builder, Trail unused, Silent silent) => builder.AddInterceptors(silent); }")]
    [InlineData("[Audits] public class Shop" + Context + "}")]
    [InlineData("public class Catalogue(DbContextOptions options) : DbContext(options) { public DbSet<Product> Products => Set<Product>(); }")]
    [InlineData("public abstract class Base" + Context + "} [Audits] public class Shop(DbContextOptions options) : Base(options);")]
    [InlineData("[Audits] public abstract class Base" + Context + "} public class Shop(DbContextOptions options) : Base(options);")]
    [InlineData("public abstract class Base" + Context + "} public class [|Shop|](DbContextOptions options) : Base(options);")]
    [InlineData("public class [|Shop|]" + Context + "} public class Other" + Context + "protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.AddInterceptors(new Trail()); }")]
    [InlineData("public class [|Shop|]" + Context + "} public class Other" + Context + "} public static class Setup { public static void Add(IServices services) => services.AddDbContext<Other>(options => options.AddInterceptors(new Trail())); }" + Services)]
    [InlineData("public class Shop" + Context + "} public static class Setup { public static void Add(IServices services) => services.AddDbContext<Shop>(options => options.AddInterceptors(new Trail())); }" + Services)]
    [InlineData("public class [|Shop|]" + Context + "} public static class Setup { public static object Make() => new DbContextOptionsBuilder<Other>().AddInterceptors(new Trail()); } public class Other" + Context + "}")]
    [InlineData("public class Shop" + Context + "} public static class Setup { public static object Make() => new DbContextOptionsBuilder<Shop>().AddInterceptors(new Trail()); }")]
    [InlineData("public class Shop" + Context + "} public static class Setup { public static void Add<T>(IServices services) where T : DbContext => services.AddDbContext<T>(options => options.AddInterceptors(new Trail())); }" + Services)]
    [InlineData("public abstract class Base" + Context + "protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.AddInterceptors(new Trail()); } public class Shop(DbContextOptions options) : Base(options);")]
    [InlineData("public class Shop" + Context + "} public static class Setup { public static void Add(IServices services, IServiceProvider provider) => services.AddDbContext<Shop>(options => options.UsePrivacyAudit(provider)); }" + Services)]
    [InlineData("public class Shop" + Context + "} public static class Setup { public static void Add(DbContextOptionsBuilder builder, IServiceProvider provider) => builder.UsePrivacyAudit(provider); }")]
    [InlineData("public class Shop" + Context + "} public static class Setup { public static void Add(IServices services, IServiceProvider provider, Silent silent) => services.AddDbContext<Shop>(options => options.AddInterceptors(silent).UsePrivacyAudit(provider)); }" + Services)]
    [InlineData("public class [|Shop|]" + Context + "} public class Other" + Context + "} public static class Setup { public static void Add(IServices services, IServiceProvider provider) => services.AddDbContext<Other>(options => options.UsePrivacyAudit(provider)); }" + Services)]
    [InlineData("public class [|Shop|]" + Context + "} public static class Setup { public static string Name => nameof(AuditExtensions.UsePrivacyAudit); }")]
    public Task What_a_context_saves_is_recorded(string context) => Verify.VerifyAnalyzerAsync(Model + context, Policy);

    [Fact]
    public Task The_message_says_what_to_do() => Verify.VerifyAnalyzerAsync(
        Model + "public class [|Shop|]" + Context + "}",
        Policy,
        "'Shop' saves contact.email, and nothing records who changes it. The Shop promises that each access and change is recorded "
        + "[SHOP-9, shop.policy.yaml:31]. Register an interceptor that is marked [Audits] with AddInterceptors");

    [Fact]
    public Task The_run_times_audit_records_commands_as_well() => Verify.VerifyAnalyzerAsync(
        Model + "public class Shop" + Context + """
        }
        public static class Setup { public static void Add(DbContextOptionsBuilder builder, IServiceProvider provider) => builder.UsePrivacyAudit(provider); }
        public sealed class Desk(Shop shop)
        {
            public int Delete(Guid id) => shop.Customers.Where(c => c.Id == id).ExecuteDelete();
            public int Raw() => shop.Database.ExecuteSqlRaw("DELETE FROM Customers");
        }
        """,
        Policy);

    [Fact]
    public Task What_passes_by_is_recorded_where_it_is_written() => Verify.VerifyAnalyzerAsync(
        Model + "[Audits] public class Shop" + Context + """
        }
        public sealed class Desk(Shop shop)
        {
            public Task<int> Update() => [|shop.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, (string?)null))|];
            public int Delete(Guid id) => [|shop.Customers.Where(c => c.Id == id).ExecuteDelete()|];
            public Task<int> Sql() => [|shop.Database.ExecuteSqlAsync($"update Customers set Email = null")|];
            public int Raw() => [|shop.Database.ExecuteSqlRaw("DELETE FROM Customers")|];
            public int Computed(string sql) => [|shop.Database.ExecuteSqlRaw(sql)|];
            public void InALambda(List<Guid> ids) => ids.ForEach(id => [|shop.Customers.Where(c => c.Id == id).ExecuteDelete()|]);

            public Task<int> Products() => shop.Products.ExecuteDeleteAsync();
            public Task<int> Vacuum() => shop.Database.ExecuteSqlRawAsync("VACUUM");
            public async Task Loaded(CancellationToken cancel)
            {
                foreach (var c in await shop.Customers.ToListAsync(cancel)) c.Email = null;
                await shop.SaveChangesAsync(cancel);
            }
            [Audits] public Task<int> Recorded() => shop.Customers.ExecuteDeleteAsync();
        }
        [Audits]
        public sealed class Sweep(Shop shop) { public Task<int> Run() => shop.Customers.ExecuteDeleteAsync(); }
        """,
        Policy,
        "'ExecuteUpdateAsync' writes contact.email past SaveChanges and whoever records what it saves. The Shop promises that each "
        + "access and change is recorded [SHOP-9, shop.policy.yaml:31]. Record it here and mark the method [Audits], or load");

    [Fact]
    public Task Through_calls_it_is_told_where_it_is_written() => Verify.VerifyAnalyzerAsync(
        Model + "[Audits] public class Shop" + Context + """
        }
        public sealed class Desk(Shop shop)
        {
            private static Task<int> Wipe(IQueryable<Customer> rows) => [|rows.ExecuteDeleteAsync()|];
            private static Task<int> Thin(IQueryable<Product> rows) => rows.ExecuteDeleteAsync();
            public Task<int> All() => Wipe(shop.Customers);
            public Task<int> Some() => Thin(shop.Products);
        }
        """,
        Policy);

    [Fact]
    public Task An_interceptor_of_commands_sees_them_all() => Verify.VerifyAnalyzerAsync(
        Model + "[Audits] public class Shop" + Context + """
            protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.AddInterceptors(new CommandTrail());
        }
        public sealed class Desk(Shop shop) { public Task<int> Delete() => shop.Customers.ExecuteDeleteAsync(); }
        """,
        Policy);

    [Fact]
    public Task A_policy_that_promises_nothing_of_the_kind() => Verify.VerifyAnalyzerAsync(
        Model + "public class Shop" + Context + "} public sealed class Desk(Shop shop) { public Task<int> Delete() => shop.Customers.ExecuteDeleteAsync(); }",
        Policies.Shop);
}

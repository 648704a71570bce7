using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>A program whose policy promises an audit does not start without one.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task What_is_promised_must_be_registered()
    {
        GeneratedAudit<PromisedContext>.Are(() => new("shop", "Shop", [], null, null, [new(typeof(Shelf), "customer", [], [new("Label", [], true)])]));
        var nothing = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(_ => { }, (_, _) => { }));
        Assert.Contains("nothing records it", nothing.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(_ => { }, (_, options) => options.AddInterceptors(new Silent())));
        var half = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(services => services.AddPrivacyAudit<PromisedContext>(), (_, _) => { }));
        Assert.Contains("UsePrivacyAudit", half.Message, StringComparison.Ordinal);
        var tables = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            services => services.AddPrivacyAudit<PromisedContext>(), (provider, options) => options.UsePrivacyAudit(provider)));
        Assert.Contains("UsePrivacy()", tables.Message, StringComparison.Ordinal);
        await StartAsync(_ => { }, (_, options) => options.AddInterceptors(new OfTheirOwn()));
    }

    [Fact]
    public async Task What_is_not_promised_need_not_be_there_and_ours_is_enough()
    {
        GeneratedAudit<QuietContext>.Are(() => new("shop", "Shop", [], null, null, [new(typeof(Shelf), "customer", [], [new("Label", [], false)])]));
        var options = new DbContextOptionsBuilder<QuietContext>().UseSqlite("Data Source=:memory:").AmongManyContexts().Options;
        await using var provider = new ServiceCollection().AddScoped(_ => new QuietContext(options)).BuildServiceProvider();
        await new AuditCheck<QuietContext>(provider.GetRequiredService<IServiceScopeFactory>()).StartAsync(default);

        await using var library = await Library.OpenAsync(Provider.Sqlite);
        await new AuditCheck<LibraryContext>(library.Services.GetRequiredService<IServiceScopeFactory>()).StartAsync(default);
    }

    [Fact]
    public void A_trail_is_that_of_one_context()
    {
        var services = new ServiceCollection();
        services.AddPrivacyAudit<LibraryContext>();
        Assert.Contains("registered already", Assert.Throws<InvalidOperationException>(() => services.AddPrivacyAudit<LibraryContext>()).Message, StringComparison.Ordinal);
        Assert.Contains("one chain", Assert.Throws<InvalidOperationException>(() => services.AddPrivacyAudit<Shop.NodesContext>()).Message, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing was generated",
            Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddPrivacyAudit<UnknownContext>()).Message, StringComparison.Ordinal);
    }

    private static async Task StartAsync(Action<IServiceCollection> add, Action<IServiceProvider, DbContextOptionsBuilder> configure)
    {
        var services = new ServiceCollection();
        add(services);
        services.AddDbContext<PromisedContext>((provider, options) =>
        {
            options.UseSqlite("Data Source=:memory:").AmongManyContexts();
            configure(provider, options);
        });
        await using var provider = services.BuildServiceProvider();
        await new AuditCheck<PromisedContext>(provider.GetRequiredService<IServiceScopeFactory>()).StartAsync(default);
    }

    private sealed class PromisedContext(DbContextOptions<PromisedContext> options) : DbContext(options)
    {
        public DbSet<Shelf> Shelves => Set<Shelf>();
    }

    private sealed class QuietContext(DbContextOptions<QuietContext> options) : DbContext(options)
    {
        public DbSet<Shelf> Shelves => Set<Shelf>();
    }

    private sealed class UnknownContext(DbContextOptions<UnknownContext> options) : DbContext(options);

    private sealed class Silent : SaveChangesInterceptor;

    [Audits]
    private sealed class OfTheirOwn : SaveChangesInterceptor;
}

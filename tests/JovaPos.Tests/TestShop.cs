using JovaPos.Data;
using JovaPos.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JovaPos.Tests;

/// <summary>The shop's own services on a database of the test's own, seeded, at a fixed moment.</summary>
internal sealed class TestShop : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly ServiceProvider _services;

    private TestShop(TestDatabase database, DemoClock clock)
    {
        Database = database;
        Clock = clock;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Pseudonyms:Key", Convert.ToBase64String(new byte[32]))])
            .Build());
        ShopApplication.AddShop(services, database.ConnectionString);
        services.AddSingleton<TimeProvider>(clock);
        // What makes a hash dear to who guesses passwords makes each seeded account dear to tests.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public TestDatabase Database { get; }

    public DemoClock Clock { get; }

    /// <summary>Everything that the shop has logged.</summary>
    public CollectedLog Log { get; } = new();

    public static async Task<TestShop> OpenAsync(string provider, DateTimeOffset? now = null)
    {
        var shop = new TestShop(TestDatabase.Create(provider), new DemoClock(now ?? Start));
        await shop.RunAsync<ShopContext>(context => context.Database.EnsureCreatedAsync());
        await shop.RunAsync<ShopSeed>(seed => seed.SowAsync(CancellationToken.None));
        return shop;
    }

    /// <summary>Runs something in a scope of its own, as a request would.</summary>
    public async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> run)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task RunAsync<TService>(Func<TService, Task> run)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Snapshot> SnapshotAsync() => Snapshot.TakeAsync(Database);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}

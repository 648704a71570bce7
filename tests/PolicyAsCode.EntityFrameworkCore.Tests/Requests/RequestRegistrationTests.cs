using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary><c>AddPrivacyRequests</c>, and what is said at the start.</summary>
public sealed class RequestRegistrationTests
{
    [Fact]
    public async Task A_model_without_the_tables_stops_the_start_and_says_what_to_do()
    {
        using var provider = new ServiceCollection()
            .AddDbContext<Bare>(options => options.AmongManyContexts().UseSqlite("Data Source=:memory:"))
            .AddPrivacyRequests<Bare>(DeskRights.Rights)
            .AddSingleton<INotifier>(new FileNotifier("mail"))
            .BuildServiceProvider();
        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            provider.GetServices<IHostedService>().First().StartAsync(default));
        Assert.Contains("Bare has no table for PrivacyRequest, PrivacyOutboxMessage", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("modelBuilder.UsePrivacy()", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_sends_messages_stops_the_start()
    {
        using var provider = new ServiceCollection()
            .AddDbContext<DeskContext>(options => options.AmongManyContexts().UseSqlite("Data Source=:memory:"))
            .AddPrivacyRequests<DeskContext>(DeskRights.Rights)
            .BuildServiceProvider();
        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            provider.GetServices<IHostedService>().First().StartAsync(default));
        Assert.Contains("INotifier", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_without_generated_rights_is_named() =>
        Assert.Contains(
            nameof(Bare),
            Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddPrivacyRequests<Bare>()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_second_context_is_refused_and_the_same_one_is_not()
    {
        var services = new ServiceCollection().AddPrivacyRequests<DeskContext>(DeskRights.Rights)
            .AddPrivacyRequests<DeskContext>(DeskRights.Rights);
        var mistake = Assert.Throws<InvalidOperationException>(() => services.AddPrivacyRequests<Bare>(DeskRights.Rights));
        Assert.Contains("served from DeskContext already, and not from Bare", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("ISubjectDataStore", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_contexts_the_one_of_the_requests_erases()
    {
        using var provider = new ServiceCollection()
            .AddDbContext<ShopContext>(options => options.AmongManyContexts().UseSqlite("Data Source=:memory:"))
            .AddDbContext<NodesContext>(options => options.AmongManyContexts().UseSqlite("Data Source=:memory:"))
            .AddPrivacyOperations<ShopContext>()
            .AddPrivacyOperations<NodesContext>()
            .AddPrivacyRequests<ShopContext>(DeskRights.Rights)
            .BuildServiceProvider();
        using var scope = provider.CreateScope();
        Assert.IsType<NodesContextPrivacy>(scope.ServiceProvider.GetRequiredService<ISubjectErasure>());
        var erasure = provider.GetRequiredService<PrivacyDatabase>().ErasureOf(scope.ServiceProvider);
        Assert.IsType<ShopContextPrivacy>(erasure);
        Assert.Equal(Desk.Ana.ToString(), erasure.Canonical("customer", Desk.Ana.ToString().ToUpperInvariant()));
        Assert.Throws<ArgumentException>(() => erasure.Canonical("customer", "seven"));
    }

    [Fact]
    public async Task The_hosted_services_send_what_waits_and_stop_when_told()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        var services = desk.Node.Services.GetServices<IHostedService>().ToList();
        foreach (var service in services)
            await service.StartAsync(default);
        for (var i = 0; i < 200 && desk.World.Mail.IsEmpty; i++)
            await Task.Delay(50);
        foreach (var service in services)
            await service.StopAsync(default);
        Assert.Single(desk.World.Mail);
    }

    private sealed class Bare(DbContextOptions<Bare> options) : DbContext(options);
}

using System.Net.Http.Json;
using BotBelanja.Data;
using BotBelanja.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotBelanja.Tests;

/// <summary>The whole application over HTTPS, seeded, on a database of its own.</summary>
internal sealed class OrderingFactory(string provider) : WebApplicationFactory<Program>
{
    private const string Secret = "a test's own";

    public TestDatabase Database { get; } = TestDatabase.Create(provider);

    /// <summary>Everything that was logged.</summary>
    public CollectedLog Log { get; } = new();

    public HttpClient Stranger(string scheme = "https") => CreateClient(new() { BaseAddress = new($"{scheme}://localhost"), AllowAutoRedirect = false });

    /// <summary>A program of the coffee shop (KL) or of the book shop (TB).</summary>
    public HttpClient Program(KeyScope scope, string shop = "KL", string scheme = "https")
    {
        var program = Stranger(scheme);
        program.DefaultRequestHeaders.Add(OrderPageAuthentication.Header, OrderPageKeys.SeededKey(Secret, shop, scope));
        return program;
    }

    public async Task<T> InAsync<TService, T>(Func<TService, Task<T>> run) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static HttpContent Order(Guid requestKey, params (string Sku, int Quantity)[] lines) =>
        JsonContent.Create(new { requestKey, lines = lines.Select(line => new { line.Sku, line.Quantity }) });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Orders", Database.ConnectionString);
        builder.UseSetting("Keys:Seed", Secret);
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(Log));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }
}

using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OChat.Assistant;
using OChat.Data;
using OChat.Support;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace OChat.Tests;

/// <summary>The whole application over HTTPS, seeded, on a database and a folder of keys of its own.</summary>
internal sealed class OChatFactory(string provider) : WebApplicationFactory<Program>
{
    public TestDatabase Database { get; } = TestDatabase.Create(provider);

    /// <summary>Where the keys of people lie, and those that wrap them.</summary>
    public string KeyFolder { get; } = Directory.CreateTempSubdirectory("ochat-keys-").FullName;

    /// <summary>Everything that was logged.</summary>
    public CollectedLog Log { get; } = new();

    /// <summary>Everything that the model was told.</summary>
    public IReadOnlyCollection<string> Prompts => Services.GetRequiredService<ScriptedChatClient>().Prompts;

    /// <summary>What people were sent of their requests.</summary>
    public LocalPostbox Postbox => Services.GetRequiredService<LocalPostbox>();

    public HttpClient Browser() => CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

    public Task<HttpClient> MerchantAsync() => SignInAsync("ratna");

    public Task<HttpClient> OperatorAsync() => SignInAsync("operator");

    /// <summary>Somebody new on the coffee shop's page.</summary>
    public async Task<HttpClient> CustomerAsync(string name, string? email = null, string? phone = null)
    {
        var browser = Browser();
        (await browser.PostAsJsonAsync("/pages/kopi-lereng/customers", new { name, email, phone })).EnsureSuccessStatusCode();
        return browser;
    }

    public async Task<HttpClient> SignInAsync(string userName, string password = OChatSeed.Password)
    {
        var browser = Browser();
        (await browser.PostAsJsonAsync("/account/sign-in", new { userName, password })).EnsureSuccessStatusCode();
        return browser;
    }

    public async Task<T> InAsync<TService, T>(Func<TService, Task<T>> run) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Sends what waits to be sent.</summary>
    public async Task DispatchAsync()
    {
        while (await Services.GetRequiredService<IPrivacyOutbox>().DispatchAsync() > 0)
        {
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:OChat", Database.ConnectionString);
        builder.UseSetting("Keys:Folder", KeyFolder);
        builder.UseSetting("Pseudonyms:Key", Convert.ToBase64String(new byte[32]));
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(Log));
        // What makes a hash dear to who guesses passwords makes each seeded account dear to tests.
        builder.ConfigureServices(services =>
        {
            services.ConfigureDbContext<OChatContext>(options => options.AmongManyContexts());
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(KeyFolder, recursive: true);
    }
}

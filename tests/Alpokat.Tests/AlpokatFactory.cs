using System.Net.Http.Json;
using Alpokat.Data;
using Alpokat.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Tests;

/// <summary>The whole application over HTTPS, seeded, on a database and a folder of keys of its own.</summary>
internal sealed class AlpokatFactory(string provider) : WebApplicationFactory<Program>
{
    private readonly string _keys = Directory.CreateTempSubdirectory("alpokat-keys-").FullName;

    public TestDatabase Database { get; } = TestDatabase.Create(provider);

    /// <summary>Everything that was logged.</summary>
    public CollectedLog Log { get; } = new();

    /// <summary>Everything that was mailed.</summary>
    public RecordedMail Mail { get; } = new();

    public HttpClient Browser() => CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

    public Task<HttpClient> SriAsync() => SignInAsync("sri");

    public async Task<HttpClient> SignInAsync(string userName, string password = AlpokatSeed.Password)
    {
        var browser = Browser();
        (await browser.PostAsJsonAsync("/account/sign-in", new { userName, password })).EnsureSuccessStatusCode();
        return browser;
    }

    public async Task<HttpClient> DeskAsync(string desk)
    {
        var browser = Browser();
        (await browser.PostAsJsonAsync("/desk/sign-in", new { desk, key = $"key of {desk}" })).EnsureSuccessStatusCode();
        return browser;
    }

    public async Task<T> InAsync<TService, T>(Func<TService, Task<T>> run) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Sends what waits in the outbox.</summary>
    public async Task DispatchAsync()
    {
        while (await Services.GetRequiredService<IPrivacyOutbox>().DispatchAsync() > 0)
        {
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Alpokat", Database.ConnectionString);
        builder.UseSetting("Keys:Folder", _keys);
        builder.UseSetting("Audit:Key", Convert.ToBase64String(new byte[32]));
        foreach (var desk in Accounts.AlpokatPolicies.Desks)
            builder.UseSetting($"Desks:{desk}", $"key of {desk}");
        // Tests sign in often, and all from one address: the test of the throttle sets limits of its own.
        builder.UseSetting("SignIn:PerAddress", "1000").UseSetting("SignIn:PerAccount", "1000").UseSetting("SignIn:PerAccountEverywhere", "1000");
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.ConfigureDbContext<AlpokatContext>(options => options.AmongManyContexts());
            services.AddSingleton<IMailer>(Mail);
            services.AddSingleton<INotifier>(Mail);
            // What makes a hash dear to who guesses passwords makes each seeded account dear to tests.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            // Tests say when messages are sent and when is swept.
            services.Configure<PrivacyOutboxOptions>(options => options.PollInterval = TimeSpan.FromDays(1));
            foreach (var sweeps in services.Where(service => service.ImplementationType?.Name.StartsWith("RetentionSweepService", StringComparison.Ordinal) == true).ToList())
                services.Remove(sweeps);
            services.Configure<PrivacyRequestPagesOptions>(options =>
            {
                options.AnswerTime = TimeSpan.FromMilliseconds(1);
                options.PostsPerWindow = 1000;
            });
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }
}

using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ocis.Data;
using Ocis.Mail;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Tests;

/// <summary>The whole application over HTTPS, seeded, on a database and a folder of keys of its own, under a clock that stands.</summary>
internal sealed class OcisFactory(string provider) : WebApplicationFactory<Program>
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly string _keys = Directory.CreateTempSubdirectory("ocis-keys-").FullName;

    public OcisFactory() : this(TestDatabase.Sqlite)
    {
    }

    /// <summary>Where the keys lie.</summary>
    public string KeyFolder => _keys;

    public TestDatabase Database { get; } = TestDatabase.Create(provider);

    public Clock Clock { get; } = new(Start);

    public RecordedMail Mail { get; } = new();

    /// <summary>Called before an application's context saves changes: tests of races wait here for each other.</summary>
    public Action? BeforeSaving { get; set; }

    /// <summary>Everything that was logged.</summary>
    public CollectedLog Log { get; } = new();

    public HttpClient Browser() => CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

    public Task<HttpClient> MiraAsync() => SignInAsync("mira");

    public Task<HttpClient> OfficerAsync() => SignInAsync("otto");

    public Task<HttpClient> EditorAsync() => SignInAsync("edda");

    public Task<HttpClient> SupportAsync() => SignInAsync("sami");

    public async Task<HttpClient> SignInAsync(string userName, string password = OcisSeed.Password)
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

    public Task<PrivacyRequest> RequestAsync(Guid id) => InAsync<IPrivacyRequests, PrivacyRequest>(async desk => (await desk.FindAsync(id))!);

    /// <summary>Sends what waits.</summary>
    public async Task DispatchAsync()
    {
        while (await InAsync<IPrivacyOutbox, int>(outbox => outbox.DispatchAsync()) > 0)
        {
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Ocis", Database.ConnectionString);
        builder.UseSetting("Keys:Folder", _keys);
        builder.UseSetting("Pseudonyms:Key", Convert.ToBase64String(new byte[32]));
        builder.UseSetting("Audit:Key", Convert.ToBase64String(new byte[32]));
        // Tests sign in often, and all from one address: the tests of the throttle set limits of their own.
        builder.UseSetting("SignIn:PerAddress", "1000").UseSetting("SignIn:PerAccount", "1000").UseSetting("SignIn:PerAccountEverywhere", "1000");
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.ConfigureDbContext<OcisContext>(options => options.AmongManyContexts().AddInterceptors(new SavingWaits(this)));
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IMailer>(Mail);
            // What makes a hash dear to who guesses passwords makes each seeded account dear to tests.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            // Tests say when messages are sent and when is swept.
            services.Configure<PrivacyOutboxOptions>(options => options.PollInterval = TimeSpan.FromDays(1));
            foreach (var sweeps in services.Where(service =>
                service.ImplementationType?.Name.StartsWith("RetentionSweepService", StringComparison.Ordinal) == true).ToList())
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

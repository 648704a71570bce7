using System.Net.Http.Json;
using JovaPos.Communication;
using JovaPos.Data;
using JovaPos.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Tests;

/// <summary>The whole application over HTTP, on an SQLite file of its own.</summary>
public sealed class ShopFactory : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database = TestDatabase.Create(TestDatabase.Sqlite);

    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("https://localhost"),
    });

    public async Task<HttpClient> CustomerAsync() => await SignInAsync("/account/sign-in", "siti@contoh.example");

    public async Task<HttpClient> OfficerAsync() => await SignInAsync("/account/staff/sign-in", "petugas.privasi");

    public async Task<HttpClient> CashierAsync() => await SignInAsync("/account/staff/sign-in", "kasir.pagi");

    /// <summary>The clock of the application; it stands until a test moves it.</summary>
    internal DemoClock Clock { get; } = new(TestShop.Start);

    /// <summary>What was sent by email.</summary>
    internal RecordedMail Mail { get; } = new();

    internal Task<Snapshot> SnapshotAsync() => Snapshot.TakeAsync(_database);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IMailer>(Mail);
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
        builder.UseSetting("ConnectionStrings:Shop", _database.ConnectionString);
        builder.UseSetting("Pseudonyms:Key", Convert.ToBase64String(new byte[32]));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<HttpClient> SignInAsync(string where, string login)
    {
        var browser = Browser();
        var answer = await browser.PostAsJsonAsync(where, new { login, password = ShopSeed.Password });
        answer.EnsureSuccessStatusCode();
        return browser;
    }
}

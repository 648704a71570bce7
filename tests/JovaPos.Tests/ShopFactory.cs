using System.Net.Http.Json;
using JovaPos.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace JovaPos.Tests;

/// <summary>The whole application over HTTP, on an SQLite file of its own.</summary>
public sealed class ShopFactory : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database = TestDatabase.CreateSqlite();

    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("https://localhost"),
    });

    public async Task<HttpClient> CustomerAsync() => await SignInAsync("/account/sign-in", "siti@contoh.example");

    public async Task<HttpClient> OfficerAsync() => await SignInAsync("/account/staff/sign-in", "petugas.privasi");

    public async Task<HttpClient> CashierAsync() => await SignInAsync("/account/staff/sign-in", "kasir.pagi");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
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

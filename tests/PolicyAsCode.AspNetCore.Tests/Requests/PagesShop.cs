using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>A running application with the request pages, in memory or, for a browser, on a port.</summary>
internal sealed class PagesShop : IAsyncDisposable
{
    public const string ShopperId = "shopper-id";
    public const int Ana = 1;
    public const int Budi = 2;

    private readonly WebApplication _app;
    private readonly string _file;

    private PagesShop(WebApplication app, string file, PagesClock clock, Mailbox mailbox) =>
        (_app, _file, Clock, Mailbox) = (app, file, clock, mailbox);

    public PagesClock Clock { get; }

    public Mailbox Mailbox { get; }

    public IServiceProvider Services => _app.Services;

    public IPrivacyRequests Requests => Services.GetRequiredService<IPrivacyRequests>();

    public IConsents Consents => Services.GetRequiredService<IConsents>();

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>The newest code that was sent.</summary>
    public string Code => Mailbox.Mail.Last(mail => mail.Title.StartsWith("Your code", StringComparison.Ordinal)).Text
        .Split('\n').Single(line => line.Contains("enter this code: ", StringComparison.Ordinal)).Split(": ")[1];

    public static async Task<PagesShop> OpenAsync(
        Action<PrivacyRequestPagesOptions>? configure = null, bool isReal = false, Action<IServiceCollection>? more = null,
        string prefix = "/privacy")
    {
        var file = Path.Combine(Path.GetTempPath(), $"policy-pages-{Guid.NewGuid():N}.db");
        var builder = WebApplication.CreateEmptyBuilder(new());
        if (isReal)
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        else
            builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddDbContext<PagesContext>(options => options.UseSqlite($"Data Source={file};Pooling=False"));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
            cookie.Events.OnRedirectToLogin = context => Answer(context.Response, StatusCodes.Status401Unauthorized);
        });
        builder.Services.AddAuthorizationBuilder().AddPolicy("privacy-desk", policy => policy.RequireRole("officer"))
            // Pages for everybody say so themselves, or an application's fallback shuts people out.
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddPrivacyRequests<PagesContext>(PagesRights.Rights);
        builder.Services.Configure<PrivacyOutboxOptions>(options => options.PollInterval = TimeSpan.FromDays(1));
        builder.Services.AddPrivacyRequestPages(options =>
        {
            options.StaffPolicy = "privacy-desk";
            options.AnswerTime = TimeSpan.FromMilliseconds(1);
            options.PostsPerWindow = 1000;
            options.ReadsPerWindow = 10_000;
            options.Purposes.Add(new("promotion", "Offers and news", "Penawaran dan kabar"));
            options.Fields.Add(new("Shopper.Name", "Your name", "Nama Anda"));
            configure?.Invoke(options);
        });
        builder.Services.AddScoped<IRequestSubject, ShopSubject>().AddScoped<ISubjectContacts, ShopContacts>()
            .AddScoped<ISubjectErasure, ShopErasure>().AddScoped<ISubjectRectification, ShopRectification>()
            .AddScoped<ISubjectExport, ShopExport>();
        var (clock, mailbox) = (new PagesClock(), new Mailbox());
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<INotifier>(mailbox);
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/sign-in/{id}", (HttpContext http, string id) => http.SignInAsync(new(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, id), id is "dian" or "9" ? new(ClaimTypes.Role, "officer") : new(ShopperId, id)],
            CookieAuthenticationDefaults.AuthenticationScheme)))).AllowAnonymous();
        app.MapPrivacyRequests(prefix);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PagesContext>();
            await db.Database.EnsureCreatedAsync();
            db.AddRange(
                new Shopper { Id = Ana, Name = "Ana", Email = "ana@mail.example" },
                new Shopper { Id = Budi, Name = "Budi", Email = "budi@mail.example" });
            await db.SaveChangesAsync();
        }

        await app.StartAsync();
        return new(app, file, clock, mailbox);
    }

    /// <summary>A browser of somebody's own, without scripts: cookies and forms.</summary>
    public PagesClient Browse() => new(_app.GetTestServer());

    /// <summary>Sends what waits to be sent.</summary>
    public async Task SendAsync()
    {
        while (await Services.GetRequiredService<IPrivacyOutbox>().DispatchAsync() > 0)
        {
        }
    }

    public async Task<int> PeopleAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PagesContext>().People.CountAsync();
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        File.Delete(_file);
    }
}

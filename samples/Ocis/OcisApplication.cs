using System.Security.Authentication;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ocis.Accounts;
using Ocis.Data;
using Ocis.Events;
using Ocis.Mail;
using Ocis.Newsletters;
using Ocis.Privacy;
using Ocis.Security;
using Ocis.Statistics;
using Ocis.Support;
using Ocis.Transfers;
using Ocis.Usage;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis;

/// <summary>Puts OCIS together.</summary>
public static class OcisApplication
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        // OCIS-4.1: TLS 1.2 and above, and nothing older, whatever the machine would allow.
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13));
        var database = builder.Configuration.GetConnectionString("Ocis") ?? OcisDatabase.DefaultConnectionString;
        AddOcis(builder.Services, builder.Configuration, database);
        builder.Services.AddKeyFolder(KeyFolder(builder.Configuration), builder.Configuration, builder.Environment);
        builder.Services.AddOcisRightsPages();
        builder.Services.AddRetentionSweeps<OcisContext>(sweeps => sweeps.At = new(3, 0));
        builder.Services.AddSingleton<IAuditAnchor>(new FileAuditAnchor(
            Path.Combine(KeyFolder(builder.Configuration), "audit.anchor"), AuditKey(builder.Configuration)));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "antiforgery");
        builder.Services.AddProblemDetails();

        var app = builder.Build();
        app.UseExceptionHandler();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapAccounts();
        app.MapConfirmations();
        app.MapEvents();
        app.MapSupport();
        app.MapNewsletters();
        app.MapStatistics();
        app.MapUsage();
        app.MapSecurity();
        app.MapTransfers();
        app.MapPrivacy();
        app.MapPrivacyRequests(PrivacySetup.Pages);
        return app;
    }

    /// <summary>Everything but the web and the folder of keys; the demo runs on the same services.</summary>
    public static IServiceCollection AddOcis(IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddDbContext<OcisContext>((provider, options) => options
            .UseOcisDatabase(connectionString)
            .UseSubjectEncryption(provider.GetRequiredService<SubjectEncryption>())
            .UsePrivacyAudit(provider));
        services.AddDataProtection();
        services.AddOcisAccounts(configuration);
        services.AddOcisPrivacy(AuditKey(configuration));
        AddProviders(services, configuration);

        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<WayOut>();
        services.AddScoped<Letters>();
        services.AddScoped<TicketDesk>();
        services.AddScoped<Announcements>();
        services.AddScoped<Doors>();
        services.AddScoped<SupportDesk>();
        services.AddScoped<NewsletterChoices>();
        services.AddScoped<NewsletterMailer>();
        services.AddScoped<CookieChoices>();
        services.AddScoped<WebStatistics>();
        services.AddScoped<VisitRecorder>();
        services.AddScoped<UsageInsight>();
        services.AddScoped<SignInWatch>();
        services.AddScoped<LegalDesk>();
        services.AddScoped<BusinessTransfers>();
        services.AddScoped<OcisSeed>();
        return services;
    }

    /// <summary>Creates the database and the folder of keys on the first start, with events and people in it.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        PrivacySetup.InitialiseKeyFolder(KeyFolder(app.Configuration));
        await scope.ServiceProvider.GetRequiredService<OcisContext>().Database.EnsureCreatedAsync();
        // Seeded people sign in with passwords that everybody can read in the README.
        if (app.Environment.IsDevelopment())
            await scope.ServiceProvider.GetRequiredService<OcisSeed>().SowAsync(CancellationToken.None);
    }

    private static void AddProviders(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LocalPostbox>();
        if (configuration["Mail:Key"] is { } mailKey)
            services.AddHttpClient<IMailer, HttpMailProvider>(http => http.DefaultRequestHeaders.Authorization = new("Bearer", mailKey));
        else
            services.AddSingleton<IMailer>(provider => provider.GetRequiredService<LocalPostbox>());
        if (configuration["Payments:Key"] is { } paymentKey)
            services.AddHttpClient<IPaymentProvider, HttpPaymentProvider>(http => http.DefaultRequestHeaders.Authorization = new("Bearer", paymentKey));
        else
            services.AddSingleton<IPaymentProvider, LocalPaymentProvider>();
        services.AddSingleton<LocalAnalyticsProvider>();
        services.AddSingleton<IAnalyticsProvider>(provider => provider.GetRequiredService<LocalAnalyticsProvider>());
        services.AddSingleton<LocalAuthority>();
        // Outside of development whoever runs OCIS registers the way to its authorities: what stands in for one keeps people's data.
        services.TryAddSingleton<IAuthority>(provider => provider.GetService<IHostEnvironment>()?.IsDevelopment() is false
            ? new NoAuthority()
            : provider.GetRequiredService<LocalAuthority>());
        services.AddSingleton<LocalAcquirer>();
        services.AddSingleton<IAcquirer>(provider => provider.GetRequiredService<LocalAcquirer>());
    }

    private static byte[] AuditKey(IConfiguration configuration) => Convert.FromBase64String(
        configuration["Audit:Key"] ?? throw new InvalidOperationException("Audit:Key is not configured: 32 bytes in base64."));

    private static string KeyFolder(IConfiguration configuration) => Path.GetFullPath(configuration["Keys:Folder"] ?? "ocis-keys");
}

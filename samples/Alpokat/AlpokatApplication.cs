using System.Text.Json.Serialization;
using Alpokat.Accounts;
using Alpokat.Catalogue;
using Alpokat.Data;
using Alpokat.Disclosure;
using Alpokat.Improvement;
using Alpokat.Messages;
using Alpokat.Payments;
using Alpokat.Privacy;
using Alpokat.Promotion;
using Alpokat.Receipts;
using Alpokat.Security;
using Alpokat.Statistics;
using Alpokat.Verification;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat;

/// <summary>Puts ALPOKAT together.</summary>
public static class AlpokatApplication
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        AddAlpokat(
            builder.Services, builder.Configuration,
            builder.Configuration.GetConnectionString("Alpokat") ?? AlpokatDatabase.DefaultConnectionString);
        builder.Services.AddKeyFolder(KeyFolder(builder.Configuration), builder.Configuration, builder.Environment);
        builder.Services.AddRetentionSweeps<AlpokatContext>(sweeps => sweeps.At = new(3, 0));
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
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
        app.MapDesks();
        app.MapVerification();
        app.MapCatalogue();
        app.MapPayments();
        app.MapReceipts();
        app.MapMessages();
        app.MapPromotion();
        app.MapStatistics();
        app.MapImprovement();
        app.MapSecurity();
        app.MapDisclosure();
        app.MapPrivacy();
        app.MapPrivacyRequests(PrivacySetup.Pages);
        return app;
    }

    /// <summary>Everything but the web and the folder of keys; the demo runs on the same services.</summary>
    public static IServiceCollection AddAlpokat(
        IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddDbContext<AlpokatContext>((provider, options) => options
            .UseAlpokatDatabase(connectionString)
            .UseSubjectEncryption(provider.GetRequiredService<SubjectEncryption>())
            .UsePrivacyAudit(provider));
        services.AddDataProtection();
        services.AddAlpokatAccounts();
        services.AddAlpokatPrivacy(configuration);

        services.AddSingleton<LocalPostbox>();
        services.AddSingleton<IMailer>(provider => provider.GetRequiredService<LocalPostbox>());
        services.AddSingleton<INotifier>(provider => provider.GetRequiredService<LocalPostbox>());
        services.AddSingleton<LocalAuthority>();
        // Outside of development whoever runs ALPOKAT registers the way to its authorities: what stands in for one keeps data.
        services.TryAddSingleton<IAuthority>(provider => provider.GetService<IHostEnvironment>()?.IsDevelopment() is false
            ? new NoAuthority()
            : provider.GetRequiredService<LocalAuthority>());

        services.AddScoped<MerchantLetters>();
        services.AddScoped<SupportDesk>();
        services.AddScoped<VerificationDesk>();
        services.AddScoped<ProductCatalogue>();
        services.AddScoped<Till>();
        services.AddScoped<ReceiptDesk>();
        services.AddSingleton<WayOut>();
        services.AddScoped<Announcer>();
        services.AddScoped<BuyingStatistics>();
        services.AddScoped<SystemReport>();
        services.AddScoped<VisitRecorder>();
        services.AddScoped<SignInWatch>();
        services.AddScoped<FraudWatch>();
        services.AddScoped<LegalDesk>();
        services.AddScoped<CrimeDesk>();
        services.AddScoped<AlpokatSeed>();
        return services;
    }

    /// <summary>Creates the database and the folder of keys on the first start, with merchants and their customers in it.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        PrivacySetup.InitialiseKeyFolder(KeyFolder(app.Configuration));
        await scope.ServiceProvider.GetRequiredService<AlpokatContext>().Database.EnsureCreatedAsync();
        // Seeded people sign in with passwords that everybody can read in the README.
        if (app.Environment.IsDevelopment())
            await scope.ServiceProvider.GetRequiredService<AlpokatSeed>().SowAsync(CancellationToken.None);
    }

    private static string KeyFolder(IConfiguration configuration) => Path.GetFullPath(configuration["Keys:Folder"] ?? "alpokat-keys");
}

using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OChat.Accounts;
using OChat.Assistant;
using OChat.Data;
using OChat.Disclosure;
using OChat.Ordering;
using OChat.Privacy;
using OChat.Promotion;
using OChat.Research;
using OChat.Support;
using OChat.Usage;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat;

/// <summary>Puts OChat together.</summary>
public static class OChatApplication
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        AddOChat(builder.Services, builder.Configuration.GetConnectionString("OChat") ?? OChatDatabase.DefaultConnectionString);
        builder.Services.AddKeyFolder(KeyFolder(builder.Configuration), builder.Configuration, builder.Environment);
        builder.Services.AddRetentionSweeps<OChatContext>(sweeps => sweeps.At = new(3, 0));
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddProblemDetails();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "antiforgery");

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapAccounts();
        app.MapOrders();
        app.MapChat();
        app.MapSupport();
        app.MapPromotion();
        app.MapUsage();
        app.MapResearch();
        app.MapDisclosure();
        app.MapPrivacy();
        app.MapPrivacyRequests(PrivacySetup.Pages);
        return app;
    }

    /// <summary>Everything but the web and the folder of keys; the demo runs on the same services.</summary>
    public static IServiceCollection AddOChat(IServiceCollection services, string connectionString)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddDbContext<OChatContext>((provider, options) => options
            .UseOChatDatabase(connectionString)
            .UseSubjectEncryption(provider.GetRequiredService<SubjectEncryption>()));
        services.AddOChatAccounts();
        services.AddAssistant();
        services.AddOChatPrivacy();

        services.AddSingleton<LocalPostbox>();
        services.AddSingleton<IMailer>(provider => provider.GetRequiredService<LocalPostbox>());
        services.AddSingleton<INotifier>(provider => provider.GetRequiredService<LocalPostbox>());
        services.AddSingleton<LocalSupportProvider>();
        services.AddSingleton<ISupportProvider>(provider => provider.GetRequiredService<LocalSupportProvider>());
        services.AddSingleton<LocalAnalyticsProvider>();
        services.AddSingleton<IAnalyticsProvider>(provider => provider.GetRequiredService<LocalAnalyticsProvider>());
        services.AddSingleton<LocalAuthority>();
        // Outside of development whoever runs OChat registers the way to its authorities: what stands in for one keeps data.
        services.TryAddSingleton<IAuthority>(provider => provider.GetService<IHostEnvironment>()?.IsDevelopment() is false
            ? new NoAuthority()
            : provider.GetRequiredService<LocalAuthority>());
        services.AddSingleton<Pseudonyms>();

        services.AddScoped<VisitRecorder>();
        services.AddScoped<UsageAnalysis>();
        services.AddScoped<OrderDesk>();
        services.AddScoped<SupportDesk>();
        services.AddDataProtection();
        services.AddSingleton<WayOut>();
        services.AddScoped<PromotionMailer>();
        services.AddScoped<ChatResearch>();
        services.AddScoped<FeedbackReport>();
        services.AddScoped<LegalDesk>();
        services.AddScoped<OChatSeed>();
        return services;
    }

    /// <summary>Creates the database and the folder of keys on the first start, with shops and people in it.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        PrivacySetup.InitialiseKeyFolder(KeyFolder(app.Configuration));
        await scope.ServiceProvider.GetRequiredService<OChatContext>().Database.EnsureCreatedAsync();
        // Seeded people sign in with passwords that everybody can read in the README.
        if (app.Environment.IsDevelopment())
            await scope.ServiceProvider.GetRequiredService<OChatSeed>().SowAsync(CancellationToken.None);
    }

    private static string KeyFolder(IConfiguration configuration) => Path.GetFullPath(configuration["Keys:Folder"] ?? "ochat-keys");
}

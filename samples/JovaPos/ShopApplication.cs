using System.Text.Json.Serialization;
using JovaPos.Accounts;
using JovaPos.Analysis;
using JovaPos.Books;
using JovaPos.Communication;
using JovaPos.Data;
using JovaPos.Deliveries;
using JovaPos.Marketing;
using JovaPos.Ordering;
using JovaPos.Payments;
using JovaPos.Privacy;
using JovaPos.Recommendations;
using JovaPos.Security;
using JovaPos.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.AspNetCore;

namespace JovaPos;

/// <summary>Puts the shop together.</summary>
public static class ShopApplication
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var database = builder.Configuration.GetConnectionString("Shop") ?? ShopDatabase.DefaultConnectionString;
        AddShop(builder.Services, database);
        builder.Services.AddRazorPages();
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = ShopCookies.Antiforgery);
        builder.Services.AddProblemDetails();
        // A body that cannot be read is answered in one way, in development too.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);

        var app = builder.Build();
        app.UseExceptionHandler(ProblemAnswers.Thrown);
        app.UseStatusCodePages(ProblemAnswers.SayAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapAccounts();
        app.MapStaff();
        app.MapOrders();
        app.MapCampaigns();
        app.MapRecommendations();
        app.MapSecurity();
        app.MapSupport();
        app.MapAnalysis();
        app.MapBooks();
        app.MapPrivacy();
        app.MapPrivacyRequests(PrivacySetup.Pages);
        return app;
    }

    /// <summary>Everything but the web; the demo runs on the same services.</summary>
    public static IServiceCollection AddShop(IServiceCollection services, string connectionString)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddDbContext<ShopContext>(options =>
            options.UseShopDatabase(connectionString).AddInterceptors(new CloseEvidence()));
        services.AddShopAccounts();

        services.AddSingleton<LocalPostbox>();
        services.AddSingleton<IMailer>(provider => provider.GetRequiredService<LocalPostbox>());
        services.AddSingleton<ISmsSender>(provider => provider.GetRequiredService<LocalPostbox>());
        services.AddSingleton<IPaymentProvider, LocalPaymentProvider>();
        services.AddSingleton<IDeliveryProvider, LocalDeliveryProvider>();
        services.AddSingleton<LocalOperationsProvider>();
        services.AddSingleton<IOperationsProvider>(provider => provider.GetRequiredService<LocalOperationsProvider>());
        services.AddSingleton<LocalTaxAdviser>();
        services.AddSingleton<ITaxAdviser>(provider => provider.GetRequiredService<LocalTaxAdviser>());
        services.AddSingleton<IFraudPartner, LocalFraudPartner>();
        services.AddSingleton<LocalResearchPartner>();
        services.AddSingleton<IResearchPartner>(provider => provider.GetRequiredService<LocalResearchPartner>());
        services.AddSingleton<CustomerPseudonyms>();

        services.AddScoped<OrderService>();
        services.AddScoped<Cashier>();
        services.AddScoped<Dispatcher>();
        services.AddScoped<Receipts>();
        services.AddScoped<OrderMessages>();
        // By a name of its own, not by the folder it runs in: links that were sent and sessions outlive a move.
        services.AddDataProtection().SetApplicationName("jova-pos");
        services.AddSingleton<WayOut>();
        services.AddScoped<CampaignMailer>();
        services.AddScoped<Recommender>();
        services.AddScoped<SignInMonitor>();
        services.AddScoped<FraudDesk>();
        services.AddScoped<IncidentFile>();
        services.AddScoped<WarrantyDesk>();
        services.AddScoped<FeedbackBox>();
        services.AddScoped<SalesAnalysis>();
        services.AddScoped<Bookkeeping>();
        services.AddShopPrivacy();
        services.AddScoped<ShopSeed>();
        return services;
    }

    /// <summary>Creates the database on the first start, with a catalogue and one account for each role.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync();
        // Seeded people sign in with passwords that everybody can read in the README.
        if (app.Environment.IsDevelopment())
            await scope.ServiceProvider.GetRequiredService<ShopSeed>().SowAsync(CancellationToken.None);
    }
}

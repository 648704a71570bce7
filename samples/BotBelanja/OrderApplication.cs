using System.Text.Json.Serialization;
using BotBelanja.Analysis;
using BotBelanja.Data;
using BotBelanja.Fulfilment;
using BotBelanja.Ordering;
using BotBelanja.Security;
using BotBelanja.Stock;

namespace BotBelanja;

/// <summary>Puts the order handling together.</summary>
public static class OrderApplication
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        AddOrderHandling(
            builder.Services, builder.Configuration.GetConnectionString("Orders") ?? OrdersDatabase.DefaultConnectionString);
        builder.Services.AddOrderPageKeys();
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddProblemDetails();
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));

        var app = builder.Build();
        app.UseExceptionHandler(ProblemAnswers.Configure);
        app.UseHsts();
        app.UseMiddleware<SecureTransport>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOrders();
        app.MapFulfilment();
        app.MapStock();
        app.MapAnalysis();
        return app;
    }

    /// <summary>Everything but the web; the demo runs on the same services.</summary>
    public static IServiceCollection AddOrderHandling(IServiceCollection services, string connectionString)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddDbContext<OrdersContext>(options => options.UseOrdersDatabase(connectionString));
        services.AddScoped<OrderPageKeys>();
        services.AddScoped<StockRoom>();
        services.AddScoped<OrderDesk>();
        services.AddScoped<FulfilmentDesk>();
        services.AddScoped<HandlingAnalysis>();
        services.AddScoped<OrdersSeed>();
        return services;
    }

    /// <summary>Creates the database on the first start, with two shops, their products and a key for each.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OrdersContext>().Database.EnsureCreatedAsync();
        await scope.ServiceProvider.GetRequiredService<OrdersSeed>().SowAsync(CancellationToken.None);
    }
}

using JovaPos.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>Registers what serves customers' rights.</summary>
public static class PrivacySetup
{
    public static IServiceCollection AddShopPrivacy(this IServiceCollection services)
    {
        services.AddPrivacyOperations<ShopContext>();
        services.AddSingleton(provider => BusinessCalendar.From(provider.GetRequiredService<IConfiguration>()));
        services.AddScoped<IConsents, Consents>();
        services.AddScoped<CookieChoices>();
        services.AddScoped<CustomerLetters>();
        services.AddScoped<DeletionRequests>();
        return services;
    }
}

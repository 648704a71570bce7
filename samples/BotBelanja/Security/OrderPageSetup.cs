using Microsoft.AspNetCore.Authentication;

namespace BotBelanja.Security;

/// <summary>Registers who may do what.</summary>
internal static class OrderPageSetup
{
    public static IServiceCollection AddOrderPageKeys(this IServiceCollection services)
    {
        services.AddAuthentication(OrderPageAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, OrderPageAuthentication>(OrderPageAuthentication.SchemeName, configureOptions: null);
        var authorisation = services.AddAuthorizationBuilder();
        foreach (var scope in Enum.GetNames<KeyScope>())
            authorisation.AddPolicy(scope, policy => policy.RequireClaim(ShopClaims.Scope, scope));
        return services;
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Alpokat.Accounts;

/// <summary>Cookie authentication for merchants and desks, and who may do what.</summary>
internal static class AuthenticationSetup
{
    public static IServiceCollection AddAlpokatAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            // An API answers with a status code; there is no page to be sent to.
            cookie.Events.OnRedirectToLogin = redirect => Answer(redirect, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = redirect => Answer(redirect, StatusCodes.Status403Forbidden);
            cookie.Events.OnValidatePrincipal = ErasedMerchants.RejectAsync;
        });
        var authorisation = services.AddAuthorizationBuilder()
            .AddPolicy(AlpokatPolicies.Merchant, policy => policy.RequireClaim(AlpokatClaims.Merchant));
        foreach (var desk in AlpokatPolicies.Desks)
            authorisation.AddPolicy(desk, policy => policy.RequireRole(desk));
        services.AddScoped<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddScoped<Passwords>();
        services.AddScoped<MerchantAccounts>();
        services.AddSingleton<DeskKeys>();
        services.AddSignInThrottle();
        return services;
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> redirect, int status)
    {
        redirect.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

using JovaPos.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace JovaPos.Accounts;

/// <summary>Cookie authentication for customers and staff, and who may do what.</summary>
public static class AuthenticationSetup
{
    /// <summary>Adds sign-in, password hashing and the authorisation policies.</summary>
    public static IServiceCollection AddShopAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = ShopCookies.Session;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            // An API answers with a status code; there is no sign-in page to be sent to.
            cookie.Events.OnRedirectToLogin = redirect => Answer(redirect, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = redirect => Answer(redirect, StatusCodes.Status403Forbidden);
            cookie.Events.OnValidatePrincipal = ErasedAccounts.RejectAsync;
        });

        services.AddAuthorizationBuilder()
            .AddPolicy(ShopPolicies.Customer, policy => policy.RequireClaim(ShopClaims.CustomerId))
            .AddPolicy(ShopPolicies.Staff, policy => policy.RequireClaim(ShopClaims.StaffId))
            .AddPolicy(ShopPolicies.Manager, policy => policy.RequireRole(nameof(StaffRole.Manager)))
            .AddPolicy(ShopPolicies.PrivacyOfficer, policy => policy.RequireRole(nameof(StaffRole.PrivacyOfficer)));

        services.AddScoped<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddScoped<CustomerAccounts>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<StaffList>();
        return services;
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> redirect, int status)
    {
        redirect.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using OChat.Data;

namespace OChat.Accounts;

/// <summary>Cookie authentication for users and customers, and who may do what.</summary>
internal static class AuthenticationSetup
{
    public static IServiceCollection AddOChatAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            // An API answers with a status code; there is no page to be sent to.
            cookie.Events.OnValidatePrincipal = ErasedPeople.RejectAsync;
            cookie.Events.OnRedirectToLogin = redirect => Answer(redirect, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = redirect => Answer(redirect, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(OChatPolicies.Customer, policy => policy.RequireClaim(OChatClaims.Customer))
            .AddPolicy(OChatPolicies.User, policy => policy.RequireClaim(OChatClaims.User))
            .AddPolicy(OChatPolicies.Operator, policy => policy.RequireRole(nameof(UserRole.Operator)));
        services.AddScoped<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddScoped<UserAccounts>();
        services.AddScoped<Applications>();
        return services;
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> redirect, int status)
    {
        redirect.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Ocis.Data;

namespace Ocis.Accounts;

/// <summary>Cookie authentication for people, a key for the systems of each partner, and who may do what.</summary>
internal static class AuthenticationSetup
{
    public static IServiceCollection AddOcisAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "session";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                // An API answers with a status code; there is no page to be sent to.
                cookie.Events.OnRedirectToLogin = redirect => Answer(redirect, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = redirect => Answer(redirect, StatusCodes.Status403Forbidden);
                cookie.Events.OnValidatePrincipal = EndWithAccountAsync;
            })
            .AddScheme<AuthenticationSchemeOptions, PartnerKeyHandler>(PartnerKeyHandler.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(OcisPolicies.Member, policy => policy.RequireClaim(OcisClaims.User))
            .AddPolicy(OcisPolicies.Support, policy => policy.RequireRole(nameof(UserRole.Support)))
            .AddPolicy(OcisPolicies.Editor, policy => policy.RequireRole(nameof(UserRole.Editor)))
            .AddPolicy(OcisPolicies.PrivacyOfficer, policy => policy.RequireRole(nameof(UserRole.PrivacyOfficer)))
            .AddPolicy(OcisPolicies.Partner, policy => policy
                .AddAuthenticationSchemes(PartnerKeyHandler.SchemeName).RequireClaim(OcisClaims.Organiser));
        services.AddScoped<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<AgeGate>();
        services.AddSingleton<LocalFederatedLogins>();
        var providers = configuration.GetSection("FederatedLogins").Get<Dictionary<string, OpenIdProvider>>() ?? [];
        services.AddHttpClient(OpenIdLogins.Client, client => client.Timeout = TimeSpan.FromSeconds(10));
        // What stands in for the providers would let in whoever it is told of: a live service has those that are configured, or none.
        services.AddSingleton<IFederatedLogins>(provider =>
            providers.Count > 0 || provider.GetService<IHostEnvironment>()?.IsDevelopment() is false
                ? new OpenIdLogins(provider.GetRequiredService<IHttpClientFactory>(), providers, provider.GetRequiredService<TimeProvider>())
                : provider.GetRequiredService<LocalFederatedLogins>());
        services.AddScoped<Registration>();
        services.AddScoped<UserAccounts>();
        services.AddScoped<FederatedUsers>();
        services.AddScoped<Passwords>();
        services.AddScoped<PendingAddresses>();
        services.AddScoped<AddressChanges>();
        services.AddScoped<AddressLetters>();
        services.AddScoped<Confirmations>();
        services.AddScoped<ConfirmationLinks>();
        services.AddSingleton<LetterLimit>();
        services.AddScoped<PartnerKeys>();
        services.AddSignInThrottle();
        return services;
    }

    // Whoever was erased, or closed the account, is signed in no more, with whatever cookie.
    private static async Task EndWithAccountAsync(CookieValidatePrincipalContext session)
    {
        var accounts = session.HttpContext.RequestServices.GetRequiredService<UserAccounts>();
        if (session.Principal is not { } caller || !await accounts.IsOpenAsync(OcisClaims.UserOf(caller), session.HttpContext.RequestAborted))
            session.RejectPrincipal();
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> redirect, int status)
    {
        redirect.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

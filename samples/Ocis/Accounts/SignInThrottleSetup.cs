namespace Ocis.Accounts;

/// <summary>How often somebody may try to sign in, from one address and for one account [OCIS-2.3].</summary>
internal static class SignInThrottleSetup
{
    /// <summary>The limit of an address, at the endpoints that take passwords, and at those that send mail to whoever is named.</summary>
    public const string PerAddress = "per-address";

    public static IServiceCollection AddSignInThrottle(this IServiceCollection services)
    {
        services.AddOptions<SignInLimits>().BindConfiguration("SignIn");
        services.AddSingleton<SignInThrottle>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy<string, PerAddressPolicy>(PerAddress);
        });
        return services;
    }

    /// <summary>Counts the tries at an endpoint that takes a <see cref="SignInForm"/>, by both limits.</summary>
    public static RouteHandlerBuilder Throttled(this RouteHandlerBuilder signIn) => signIn
        .RequireRateLimiting(PerAddress)
        .AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<SignInThrottle>().InvokeAsync(context, next));
}

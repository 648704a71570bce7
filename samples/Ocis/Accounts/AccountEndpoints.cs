using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Ocis.Usage;

namespace Ocis.Accounts;

/// <summary>Making an account, signing in and out, and what is somebody's own.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account");

        account.MapPost("/register", [CollectedAt(Sources.Registration)] async (
            RegistrationForm form, Registration desk, CancellationToken cancel) =>
            Answer(await desk.RegisterAsync(form, cancel), Results.Accepted()))
            .RequireRateLimiting(SignInThrottleSetup.PerAddress);

        account.MapPost("/sign-in", async (
            SignInForm form, HttpContext http, UserAccounts accounts, VisitRecorder visits, CancellationToken cancel) =>
        {
            if (await accounts.SignInAsync(form, cancel) is not { } user)
            {
                await visits.RecordAsync(null, Activities.SignInFailed, VisitOrigin.Of(http), cancel);
                return Results.Unauthorized();
            }

            await http.SignInAsync(user);
            await visits.RecordAsync(OcisClaims.UserOf(user), Activities.SignedIn, VisitOrigin.Of(http), cancel);
            return Results.NoContent();
        }).Throttled();

        account.MapGet("/federated/{provider}", async (
            string provider, string challenge, string state, IFederatedLogins logins, CancellationToken cancel) =>
            await logins.BeginAsync(provider, challenge, state, cancel) is { } there ? Results.Redirect(there.AbsoluteUri) : Results.NotFound())
            .AddEndpointFilter(SayProviderIsAwayAsync).RequireRateLimiting(SignInThrottleSetup.PerAddress);

        account.MapPost("/federated", [CollectedAt(Sources.FederatedLogin)] async (
            FederatedForm form, HttpContext http, IFederatedLogins logins, Registration desk, UserAccounts accounts, CancellationToken cancel) =>
        {
            if (await logins.RedeemAsync(form.Provider, form.Ticket, form.Verifier, cancel) is not { } profile)
                return Results.Unauthorized();
            var welcomed = await desk.WelcomeAsync(form, profile, cancel);
            if (welcomed.Outcome is RegistrationOutcome.Done && await accounts.OpenAsync(welcomed.UserId, cancel) is { } user)
                await http.SignInAsync(user);
            return Answer(welcomed.Outcome, Results.Created("/account", null));
        }).AddEndpointFilter(SayProviderIsAwayAsync).RequireRateLimiting(SignInThrottleSetup.PerAddress);

        account.MapPost("/sign-out", (HttpContext http) => http.SignOutAsync()).RequireAuthorization();

        var own = account.MapGroup("/").RequireAuthorization(OcisPolicies.Member);
        own.MapGet("/", (ClaimsPrincipal caller, UserAccounts accounts, CancellationToken cancel) =>
            accounts.ProfileAsync(OcisClaims.UserOf(caller), cancel));
        own.MapPut("/theme", (ThemeForm form, ClaimsPrincipal caller, UserAccounts accounts, CancellationToken cancel) =>
            accounts.ChooseAsync(OcisClaims.UserOf(caller), form, cancel));
        own.MapPut("/phone", [CollectedAt(Sources.Registration)] (
            PhoneForm form, ClaimsPrincipal caller, UserAccounts accounts, CancellationToken cancel) =>
            accounts.CallAsync(OcisClaims.UserOf(caller), form, cancel));
        own.MapPut("/email", [CollectedAt(Sources.Registration)] async (
            AddressForm form, HttpContext http, AddressChanges changes, SignInThrottle throttle, CancellationToken cancel) =>
        {
            var user = OcisClaims.UserOf(http.User);
            if (!throttle.Allows(http, user))
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            return await changes.ChangeAsync(user, form, cancel)
                ? Results.Accepted()
                : Results.Problem("Your password is needed for this.", statusCode: StatusCodes.Status403Forbidden);
        }).AddEndpointFilter(SayProviderIsAwayAsync).RequireRateLimiting(SignInThrottleSetup.PerAddress);
        own.MapPost("/close", (ClaimsPrincipal caller, UserAccounts accounts, CancellationToken cancel) =>
            accounts.CloseAsync(OcisClaims.UserOf(caller), cancel));
    }

    private static async ValueTask<object?> SayProviderIsAwayAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return Results.Problem("The provider does not answer. Try again later.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Answer(RegistrationOutcome outcome, IResult done) => outcome switch
    {
        RegistrationOutcome.Done => done,
        RegistrationOutcome.Unsound => Results.Problem(
            "A user name has 2 to 40 letters, digits, dots, lines and underscores; an address is one that mail can go to.",
            statusCode: StatusCodes.Status400BadRequest),
        _ => Results.Problem($"OCIS is for people from {AgeGate.Minimum} years.", statusCode: StatusCodes.Status403Forbidden),
    };
}

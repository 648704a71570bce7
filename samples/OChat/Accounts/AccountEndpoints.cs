using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OChat.Usage;

namespace OChat.Accounts;

/// <summary>Opening an account, signing in and out, and what OChat knows of a user.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account");

        account.MapPost("/register", async (RegistrationForm form, UserAccounts users, CancellationToken cancel) =>
            await users.RegisterAsync(form, cancel) is { } id ? Results.Created($"/account/{id}", null) : Results.Conflict());

        account.MapPost("/sign-in", async (
            SignInForm form, HttpContext http, UserAccounts users, VisitRecorder visits, CancellationToken cancel) =>
        {
            if (await users.SignInAsync(form, cancel) is not { } user)
                return Results.Unauthorized();

            await http.SignInAsync(user);
            await visits.RecordAsync(OChatClaims.UserOf(user), Activities.SignedIn, VisitOrigin.Of(http), cancel);
            return Results.NoContent();
        });

        account.MapPost("/sign-out", (HttpContext http) => http.SignOutAsync()).RequireAuthorization();

        account.MapGet("/", (ClaimsPrincipal caller, UserAccounts users, CancellationToken cancel) =>
            users.ProfileAsync(OChatClaims.UserOf(caller), cancel)).RequireAuthorization(OChatPolicies.User);

        account.MapPost("/close", (ClaimsPrincipal caller, UserAccounts users, CancellationToken cancel) =>
            users.CloseAsync(OChatClaims.UserOf(caller), cancel)).RequireAuthorization(OChatPolicies.User);

        var applications = app.MapGroup("/applications").RequireAuthorization(OChatPolicies.Operator);
        applications.MapGet("/", (Applications desk, CancellationToken cancel) => desk.WaitingAsync(cancel));
        applications.MapPost("/{user:guid}/approve", async (Guid user, Applications desk, CancellationToken cancel) =>
            await desk.ApproveAsync(user, cancel) ? Results.NoContent() : Results.NotFound());
    }
}

using System.Security.Claims;
using Alpokat.Security;
using Microsoft.AspNetCore.Authentication;

namespace Alpokat.Accounts;

/// <summary>Opening an account, signing in and out, and what ALPOKAT knows of a merchant.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account");

        account.MapPost("/register", [CollectedAt(Sources.Registration)] async (
            RegistrationForm form, MerchantAccounts merchants, CancellationToken cancel) =>
            await merchants.RegisterAsync(form, cancel) is { } id ? Results.Created($"/account/{id}", null) : Results.Conflict());

        account.MapPost("/sign-in", async (
            SignInForm form, HttpContext http, MerchantAccounts merchants, SignInWatch watch, VisitRecorder visits,
            CancellationToken cancel) =>
        {
            if (await merchants.SignInAsync(form, cancel) is not { } merchant)
                return Results.Unauthorized();

            await http.SignInAsync(merchant);
            var origin = VisitOrigin.Of(http);
            var id = AlpokatClaims.MerchantOf(merchant);
            await watch.NoticeAsync(id, origin, cancel);
            await visits.RecordAsync(id, "signed-in", origin, cancel);
            return Results.NoContent();
        }).Throttled();

        account.MapPost("/sign-out", (HttpContext http) => http.SignOutAsync()).RequireAuthorization();

        account.MapGet("/", (ClaimsPrincipal caller, MerchantAccounts merchants, CancellationToken cancel) =>
            merchants.ProfileAsync(AlpokatClaims.MerchantOf(caller), cancel)).RequireAuthorization(AlpokatPolicies.Merchant);

        account.MapPut("/public-profile", [CollectedAt(Sources.PublicProfile)] async (
            PublicProfileForm form, ClaimsPrincipal caller, MerchantAccounts merchants, CancellationToken cancel) =>
        {
            await merchants.PublishAsync(AlpokatClaims.MerchantOf(caller), form, cancel);
            return Results.NoContent();
        }).RequireAuthorization(AlpokatPolicies.Merchant);

        account.MapPost("/close", (ClaimsPrincipal caller, MerchantAccounts merchants, CancellationToken cancel) =>
            merchants.CloseAsync(AlpokatClaims.MerchantOf(caller), cancel)).RequireAuthorization(AlpokatPolicies.Merchant);
    }
}

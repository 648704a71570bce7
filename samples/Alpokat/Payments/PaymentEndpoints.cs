using System.Security.Claims;
using Alpokat.Accounts;

namespace Alpokat.Payments;

/// <summary>Taking payments, and a merchant's own.</summary>
internal static class PaymentEndpoints
{
    public static void MapPayments(this IEndpointRouteBuilder app)
    {
        var payments = app.MapGroup("/payments").RequireAuthorization(AlpokatPolicies.Merchant);

        payments.MapPost("/", [CollectedAt(Sources.Payment)] async (
            PaymentForm form, ClaimsPrincipal caller, Till till, CancellationToken cancel) =>
            await till.TakeAsync(AlpokatClaims.MerchantOf(caller), form, cancel) is { } payment
                ? Results.Ok(payment)
                : Results.BadRequest());

        payments.MapGet("/", (ClaimsPrincipal caller, Till till, CancellationToken cancel) =>
            till.OfAsync(AlpokatClaims.MerchantOf(caller), cancel));
    }
}

using System.Security.Claims;
using JovaPos.Accounts;
using Microsoft.AspNetCore.Mvc;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>
/// Consents, the cookie banner, requests that reach the officer by email or phone, and the retention. Everything else that
/// customers ask for has the pages below <see cref="PrivacySetup.Pages"/>.
/// </summary>
public static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        // What the policy says, as the build wrote it: the shop publishes what it is held to [JOVA-6.1, JOVA-7.1].
        app.MapGet("/privacy", () => Results.Stream(
            typeof(PrivacyEndpoints).Assembly.GetManifestResourceStream("jova-pos.notice.id.html")!, "text/html; charset=utf-8"));
        MapCookies(app);
        MapOwnChoices(app);
        MapOfficersDesk(app);
        MapRetention(app);
    }

    private static void MapCookies(IEndpointRouteBuilder app)
    {
        // The banner is answered before anybody has a session; the form changes nothing but this browser's own answer.
        app.MapPost("/cookies", async (
            [FromForm] bool campaigns, HttpContext http, CookieChoices choices, CancellationToken cancel) =>
        {
            await choices.AnswerAsync(http, campaigns, cancel);
            return Results.LocalRedirect("/");
        }).DisableAntiforgery();

        app.MapGet("/c/{campaignId:int}", (int campaignId, HttpContext http) =>
        {
            CookieChoices.CameFrom(http, campaignId);
            return Results.LocalRedirect("/");
        });
    }

    private static void MapOwnChoices(IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/privacy/my").RequireAuthorization(ShopPolicies.Customer);

        own.MapPut("/consents/promotion", async (ClaimsPrincipal user, IConsents consents, CancellationToken cancel) =>
        {
            await consents.GiveAsync(ShopClaims.CustomerIdOf(user), Purposes.Promotion, cancel);
            return Results.NoContent();
        });

        own.MapDelete("/consents/promotion", async (
            ClaimsPrincipal user, IConsents consents, CancellationToken cancel) =>
        {
            await consents.WithdrawAsync(ShopClaims.CustomerIdOf(user), Purposes.Promotion, cancel);
            return Results.NoContent();
        });
    }

    private static void MapOfficersDesk(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/privacy/requests").RequireAuthorization(ShopPolicies.PrivacyOfficer);

        desk.MapPost("/", async (DeletionForm form, DeletionRequests requests, CancellationToken cancel) =>
            await requests.ReceiveAsync(form, cancel) is { } id
                ? Results.Created($"{PrivacySetup.Pages}/staff/requests/{id}", new { Id = id })
                : Results.NotFound());

        desk.MapPost("/{id:guid}/evidence", async (
            Guid id, IdentityEvidence evidence, DeletionRequests requests, CancellationToken cancel) =>
            await requests.VerifyIdentityAsync(id, evidence, cancel) ? Results.NoContent() : Results.NotFound());
    }

    private static void MapRetention(IEndpointRouteBuilder app) =>
        app.MapPost("/privacy/retention", async (bool? dryRun, IRetentionSweep retention, CancellationToken cancel) =>
        {
            var report = await retention.SweepAsync(new SweepOptions(DryRun: dryRun ?? true), cancel);
            return Results.Ok(new { report.DryRun, report.RowsChanged, report.RowsForReview });
        }).RequireAuthorization(ShopPolicies.PrivacyOfficer);
}

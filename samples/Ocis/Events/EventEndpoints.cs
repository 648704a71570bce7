using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Ocis.Accounts;
using Ocis.Data;
using Ocis.Usage;

namespace Ocis.Events;

/// <summary>Events, which anybody may see; tickets; news for guests; and what organisers and partners report.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/events", (OcisContext ocis, CancellationToken cancel) =>
            ocis.Events.OrderBy(held => held.StartsAt)
                .Select(held => new { held.Id, held.Title, held.Venue, held.StartsAt, held.PriceCents }).ToListAsync(cancel));

        app.MapPost("/events/{id:int}/visits", [CollectedAt(Sources.Visit)] async (int id, HttpContext http, VisitRecorder visits, CancellationToken cancel) =>
        {
            Guid? user = http.User.HasClaim(claim => claim.Type == OcisClaims.User) ? OcisClaims.UserOf(http.User) : null;
            await visits.RecordAsync(user, $"{Activities.OpenedEvent} {id}", VisitOrigin.Of(http), cancel);
            return Results.NoContent();
        });

        app.MapPost("/events/{id:int}/tickets", [CollectedAt(Sources.Payment)] async (
            int id, TicketForm form, ClaimsPrincipal caller, TicketDesk desk, CancellationToken cancel) =>
            await desk.BuyAsync(OcisClaims.UserOf(caller), id, form, cancel) is { } number
                ? Results.Ok(new { number })
                : Results.BadRequest()).RequireAuthorization(OcisPolicies.Member);

        app.MapGet("/orders", (ClaimsPrincipal caller, TicketDesk desk, CancellationToken cancel) =>
            desk.OfAsync(OcisClaims.UserOf(caller), cancel)).RequireAuthorization(OcisPolicies.Member);

        app.MapPost("/events/{id:int}/news", async (int id, News news, Announcements announcements, CancellationToken cancel) =>
            Results.Ok(new { Sent = await announcements.SendAsync(id, news, cancel) })).RequireAuthorization(OcisPolicies.Editor);

        app.MapPost("/orders/{number}/arrival", [CollectedAt(Sources.Event)] async (
            string number, ClaimsPrincipal caller, Doors doors, CancellationToken cancel) =>
            await doors.ArriveAsync(OcisClaims.UserOf(caller), number, cancel) ? Results.NoContent() : Results.NotFound())
            .RequireAuthorization(OcisPolicies.Member);

        app.MapPost("/partners/participations", [CollectedAt(Sources.Organiser)] async (
            ParticipationForm form, ClaimsPrincipal caller, Doors doors, CancellationToken cancel) =>
            await doors.RecordAsync(OcisClaims.OrganiserOf(caller), form, cancel) ? Results.NoContent() : Results.NotFound()).RequireAuthorization(OcisPolicies.Partner);

        app.MapPost("/partners/stands", [CollectedAt(Sources.Partner)] async (
            StandForm form, ClaimsPrincipal caller, Doors doors, CancellationToken cancel) =>
            await doors.MeetAsync(OcisClaims.OrganiserOf(caller), form, cancel) ? Results.NoContent() : Results.NotFound())
            .RequireAuthorization(OcisPolicies.Partner);

        // Whoever has the key sees whose ticket is good: it is given out by who answers for data, and shown once.
        app.MapPost("/organisers/{id:int}/key", async (int id, PartnerKeys keys, CancellationToken cancel) =>
            await keys.GiveAsync(id, cancel) is { } key ? Results.Ok(new { key }) : Results.NotFound())
            .RequireAuthorization(OcisPolicies.PrivacyOfficer);
    }
}

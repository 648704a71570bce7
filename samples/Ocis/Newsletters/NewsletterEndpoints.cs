using System.Security.Claims;
using Ocis.Accounts;
using Ocis.Mail;

namespace Ocis.Newsletters;

/// <summary>Asking for newsletters, having no more of them, and sending them.</summary>
internal static class NewsletterEndpoints
{
    public static void MapNewsletters(this IEndpointRouteBuilder app)
    {
        app.MapPost("/newsletter/subscribe", [CollectedAt(Sources.Newsletter)] async (
            SubscriptionForm form, ClaimsPrincipal caller, NewsletterChoices choices, CancellationToken cancel) =>
        {
            // Newsletters go to an address that its reader has confirmed, and no consent waits for one.
            if (!await choices.CanJoinAsync(OcisClaims.UserOf(caller), cancel))
                return Results.Conflict();
            return await choices.JoinAsync(OcisClaims.UserOf(caller), form, "form", cancel)
                ? Results.NoContent()
                : Results.Problem(
                    "Show the words of /newsletter/consent, and say by their hash that they were agreed to.",
                    statusCode: StatusCodes.Status400BadRequest);
        }).RequireAuthorization(OcisPolicies.Member);

        app.MapGet("/newsletter/consent", () => new
        {
            NewsletterChoices.Text.Version, NewsletterChoices.Text.Language, NewsletterChoices.Text.Text, NewsletterChoices.Text.Hash,
        });

        // By the link in a message: whoever has it is its reader, and needs no account's password for this. Programs that
        // look at links before people do end nothing; a mail program's own button posts (RFC 8058).
        app.MapGet("/newsletter/unsubscribe", (string reader, WayOut wayOut) => wayOut.Read(reader) is null
            ? Results.NotFound()
            : LinkPage.Asking("No more newsletters", "You get no more newsletters from OCIS once you say so here.", "No more newsletters"));

        app.MapPost("/newsletter/unsubscribe", async (string reader, WayOut wayOut, NewsletterChoices choices, CancellationToken cancel) =>
        {
            if (wayOut.Read(reader) is not { } user)
                return Results.NotFound();
            await choices.LeaveAsync(user, "link", cancel);
            return LinkPage.Done("No more newsletters", "You get no more newsletters.");
        });

        app.MapPost("/newsletters", async (Newsletter newsletter, NewsletterMailer mailer, CancellationToken cancel) =>
            Results.Ok(new { Sent = await mailer.SendAsync(newsletter, cancel) })).RequireAuthorization(OcisPolicies.Editor);
    }
}

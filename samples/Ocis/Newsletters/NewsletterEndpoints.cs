using System.Security.Claims;
using Ocis.Accounts;

namespace Ocis.Newsletters;

/// <summary>Asking for newsletters, having no more of them, and sending them.</summary>
internal static class NewsletterEndpoints
{
    public static void MapNewsletters(this IEndpointRouteBuilder app)
    {
        app.MapPost("/newsletter/subscribe", [CollectedAt(Sources.Newsletter)] async (
            SubscriptionForm form, ClaimsPrincipal caller, NewsletterChoices choices, CancellationToken cancel) =>
        {
            await choices.JoinAsync(OcisClaims.UserOf(caller), form, "form", cancel);
            return Results.NoContent();
        }).RequireAuthorization(OcisPolicies.Member);

        // By the link in a message: whoever has it is its reader, and needs no account's password for this.
        app.MapGet("/newsletter/unsubscribe", async (string reader, WayOut wayOut, NewsletterChoices choices, CancellationToken cancel) =>
        {
            if (wayOut.Read(reader) is not { } user)
                return Results.NotFound();
            await choices.LeaveAsync(user, "link", cancel);
            return Results.Text("You get no more newsletters.");
        });

        app.MapPost("/newsletters", async (Newsletter newsletter, NewsletterMailer mailer, CancellationToken cancel) =>
            Results.Ok(new { Sent = await mailer.SendAsync(newsletter, cancel) })).RequireAuthorization(OcisPolicies.Editor);
    }
}

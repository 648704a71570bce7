using JovaPos.Accounts;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using IConsents = JovaPos.Privacy.IConsents;

namespace JovaPos.Marketing;

/// <summary>Staff look at campaigns and send them.</summary>
public static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        // By the link in a message: whoever has it is its reader, and needs no account's password for this. Programs that look at
        // links before people do end nothing.
        app.MapGet(WayOut.Path, (string pembaca, WayOut wayOut) =>
            wayOut.Read(pembaca) is null ? Results.NotFound() : WayOutPage.Asking);

        app.MapPost(WayOut.Path, async (string pembaca, WayOut wayOut, IConsents consents, CancellationToken cancel) =>
        {
            if (wayOut.Read(pembaca) is not { } customer)
                return Results.NotFound();
            await consents.WithdrawAsync(customer, Purposes.Promotion, cancel);
            return WayOutPage.Done;
        });

        var campaigns = app.MapGroup("/campaigns").RequireAuthorization(ShopPolicies.Staff);

        campaigns.MapGet("/", (ShopContext shop, CancellationToken cancel) =>
            shop.Campaigns.OrderBy(campaign => campaign.Id)
                .Select(campaign => new { campaign.Id, campaign.Title })
                .ToListAsync(cancel));

        campaigns.MapPost("/{id:int}/send", async (int id, CampaignMailer mailer, CancellationToken cancel) =>
            await mailer.SendAsync(id, cancel) is { } sent ? Results.Ok(new { Sent = sent }) : Results.NotFound());
    }
}

using JovaPos.Accounts;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Marketing;

/// <summary>Staff look at campaigns and send them.</summary>
public static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup("/campaigns").RequireAuthorization(ShopPolicies.Staff);

        campaigns.MapGet("/", (ShopContext shop, CancellationToken cancel) =>
            shop.Campaigns.OrderBy(campaign => campaign.Id)
                .Select(campaign => new { campaign.Id, campaign.Title })
                .ToListAsync(cancel));

        campaigns.MapPost("/{id:int}/send", async (int id, CampaignMailer mailer, CancellationToken cancel) =>
            Results.Ok(new { Sent = await mailer.SendAsync(id, cancel) }));
    }
}

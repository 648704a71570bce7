using JovaPos.Communication;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using IConsents = JovaPos.Privacy.IConsents;

namespace JovaPos.Marketing;

/// <summary>Sends a campaign to those who bought from its shelf and agreed to promotion [JOVA-1.4].</summary>
[Purpose(Purposes.Promotion)]
public sealed class CampaignMailer(
    ShopContext shop, IConsents consents, IRestrictions restrictions, IMailer mailer, WayOut wayOut, TimeProvider time,
    ILogger<CampaignMailer> log)
{
    /// <summary>Sends it; to how many, or null where there is no such campaign.</summary>
    public async Task<int?> SendAsync(int campaignId, CancellationToken cancel)
    {
        if (await shop.Campaigns.SingleOrDefaultAsync(known => known.Id == campaignId, cancel) is not { } campaign)
            return null;
        var audience = await shop.Customers
            .Where(customer => customer.Email != null && customer.Orders.Any(order =>
                order.Lines.Any(line => line.Product!.CategoryId == campaign.TargetCategoryId)))
            .ToListAsync(cancel);

        var sent = 0;
        foreach (var customer in audience)
        {
            // Whoever had the use of their data restricted gets nothing [JOVA-4.3].
            if (!await restrictions.IsUnrestrictedAsync(Subjects.Customer, customer.Id.ToString(), Purposes.Promotion, cancel))
                continue;
            if (!await consents.AllowsAsync(customer.Id, Purposes.Promotion, cancel) || customer.Email is not { } email)
                continue;

            await mailer.SendAsync(email, campaign.Title, $"{campaign.Body}\n\n{wayOut.For(customer.Id)}", cancel);
            shop.CampaignMessages.Add(new CampaignMessage
            {
                Id = Guid.NewGuid(),
                CampaignId = campaign.Id,
                CustomerId = customer.Id,
                Body = campaign.Body,
                SentAt = time.GetUtcNow(),
            });
            sent++;
        }

        await shop.SaveChangesAsync(cancel);
        log.LogInformation("Sent campaign {CampaignId} to {Count} of {Audience}", campaign.Id, sent, audience.Count);
        return sent;
    }
}

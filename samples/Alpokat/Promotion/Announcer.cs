using Alpokat.Data;
using Alpokat.Messages;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Promotion;

/// <summary>
/// Sends what partners announce to those merchants who agreed, and had nothing restricted. ALPOKAT sends it: the partner learns how many were reached, and
/// gets nobody's address [ALPO-4.1].
/// </summary>
[Purpose(Purposes.Promotion)]
public sealed class Announcer(
    AlpokatContext alpokat, IConsents consents, IRestrictions restrictions, IMailer mailer, WayOut wayOut, TimeProvider time,
    ILogger<Announcer> log)
{
    /// <summary>Sends it; to how many, or null where there is no such partner.</summary>
    public async Task<int?> AnnounceAsync(AnnouncementForm form, CancellationToken cancel)
    {
        if (await alpokat.Partners.SingleOrDefaultAsync(known => known.Id == form.PartnerId, cancel) is not { } partner)
            return null;

        var announcement = new Announcement { PartnerId = partner.Id, Title = form.Title, Text = form.Text };
        alpokat.Announcements.Add(announcement);
        foreach (var merchant in await alpokat.Merchants.AsNoTracking().Where(known => known.ClosedAt == null).ToListAsync(cancel))
        {
            if (!await consents.IsGivenAsync(Subjects.Merchant, merchant.Id.ToString(), Purposes.Promotion, cancel)
                || !await restrictions.IsUnrestrictedAsync(Subjects.Merchant, merchant.Id.ToString(), Purposes.Promotion, cancel)
                || merchant.Email is not { } email)
                continue;

            await mailer.SendAsync(
                email, form.Title,
                $"Yth. {merchant.Name},\n\n{form.Text}\n\nPenawaran dari mitra kami {partner.Title}.\n{wayOut.For(merchant.Id)}", cancel);
            announcement.Reached++;
        }

        announcement.SentAt = time.GetUtcNow();
        await alpokat.SaveChangesAsync(cancel);
        log.LogInformation("Announcement {AnnouncementId} was sent to {Reached} merchants", announcement.Id, announcement.Reached);
        return announcement.Reached;
    }
}

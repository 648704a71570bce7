using Microsoft.EntityFrameworkCore;
using OChat.Data;
using OChat.Support;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Promotion;

/// <summary>Sends an offer to those users who agreed to offers, and to no shop's customers [OCHAT-2.7].</summary>
[Purpose(Purposes.Promotion)]
public sealed class PromotionMailer(
    OChatContext ochat, IConsents consents, IRestrictions restrictions, IMailer mailer, WayOut wayOut, ILogger<PromotionMailer> log)
{
    public async Task<int> SendAsync(Offer offer, CancellationToken cancel)
    {
        var users = await ochat.Users.Where(user => user.ClosedAt == null && user.ApprovedAt != null).ToListAsync(cancel);
        var excluded = await restrictions.SubjectsAsync(Subjects.User, Purposes.Promotion, cancel);
        var sent = 0;
        foreach (var user in users)
        {
            if (!await consents.IsGivenAsync(Subjects.User, user.Id.ToString(), Purposes.Promotion, cancel)
                || excluded.Contains(user.Id.ToString()) || user.Email is not { } email)
                continue;

            await mailer.SendAsync(email, offer.Title, $"{offer.Text}\n\n{wayOut.For(user.Id)}", cancel);
            sent++;
        }

        log.LogInformation("Sent an offer to {Sent} of {Users} users", sent, users.Count);
        return sent;
    }
}

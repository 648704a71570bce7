using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Mail;
using Ocis.Privacy;

namespace Ocis.Newsletters;

/// <summary>Sends a newsletter to those who agreed, did not object, and whose data is not restricted: with a way out in each [OCIS-2.4].</summary>
[Purpose(Purposes.Promotion)]
public sealed class NewsletterMailer(OcisContext ocis, Choices choices, WayOut wayOut, Letters letters, ILogger<NewsletterMailer> log)
{
    public async Task<int> SendAsync(Newsletter newsletter, CancellationToken cancel)
    {
        var sent = 0;
        foreach (var user in await ocis.Users.Where(user => user.ClosedAt == null && user.Email != null).ToListAsync(cancel))
        {
            if (!await choices.AgreeAsync(user.Id, Purposes.Promotion, cancel))
                continue;

            await letters.SendAsync(user, newsletter.Title, $"Hello {user.Name}\n\n{newsletter.Text}\n\n{wayOut.For(user.Id)}", cancel, wayOut.LinkFor(user.Id));
            sent++;
        }

        log.LogInformation("Sent a newsletter to {Sent}", sent);
        return sent;
    }
}

using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Mail;
using Ocis.Privacy;

namespace Ocis.Events;

/// <summary>Tells those who have tickets what has changed. It is part of what they bought, and goes to nobody whose data is restricted.</summary>
[Purpose(Purposes.Communication)]
public sealed class Announcements(OcisContext ocis, Choices choices, Letters letters)
{
    public async Task<int> SendAsync(int eventId, News news, CancellationToken cancel)
    {
        var guests = await ocis.Orders.Where(order => order.EventId == eventId && order.UserId != null)
            .Select(order => order.User!).Distinct().ToListAsync(cancel);
        var sent = 0;
        foreach (var guest in guests)
        {
            if (!await choices.AllowAsync(guest.Id, Purposes.Communication, cancel))
                continue;
            await letters.SendAsync(guest, news.Title, news.Text, cancel);
            sent++;
        }

        return sent;
    }
}

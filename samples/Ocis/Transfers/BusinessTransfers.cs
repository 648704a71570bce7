using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Mail;

namespace Ocis.Transfers;

/// <summary>A sale of OCIS: first everybody is told who answers for their data from then on, then it goes there [OCIS-3.3].</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class BusinessTransfers(OcisContext ocis, IAcquirer acquirer, Letters letters, TimeProvider time)
{
    /// <summary>For how long people can still close their account, or object.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    [Purpose(Purposes.Communication)]
    public async Task<Guid> AnnounceAsync(string to, CancellationToken cancel)
    {
        var transfer = new BusinessTransfer { Id = Guid.NewGuid(), To = to, AnnouncedAt = time.GetUtcNow() };
        ocis.Transfers.Add(transfer);
        await ocis.SaveChangesAsync(cancel);
        foreach (var user in await ocis.Users.Where(user => user.ClosedAt == null).ToListAsync(cancel))
            await letters.SendAsync(user, "OCIS changes hands", $"From {transfer.AnnouncedAt + Notice:d MMMM yyyy} on {to} answers for your data.", cancel);
        return transfer.Id;
    }

    /// <summary>Of how many people data went; null where they were not told in time, or it went before.</summary>
    public async Task<int?> HandOverAsync(Guid transferId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var transfer = await ocis.Transfers.SingleOrDefaultAsync(known => known.Id == transferId && known.HandedOverAt == null, cancel);
        if (transfer is null || transfer.AnnouncedAt + Notice > now)
            return null;

        // Who came after the announcement was told nothing, and stays.
        var users = await ocis.Users.Where(user => user.ClosedAt == null && user.RegisteredAt <= transfer.AnnouncedAt)
            .Select(user => new TransferredUser { Name = user.Name, Email = user.Email, UserName = user.UserName }).ToListAsync(cancel);
        await acquirer.ReceiveAsync(users, cancel);
        transfer.HandedOverAt = now;
        await ocis.SaveChangesAsync(cancel);
        return users.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using Ocis.Data;

namespace Ocis.Transfers;

/// <summary>Answers lawful requests: what was asked for, and nothing else [OCIS-2.5, OCIS-3.4].</summary>
[Purpose(Purposes.LegalCompliance)]
public sealed class LegalDesk(OcisContext ocis, IAuthority authority, ILogger<LegalDesk> log)
{
    public async Task<bool> AnswerAsync(LawfulRequest request, CancellationToken cancel)
    {
        if (await ocis.Users.SingleOrDefaultAsync(known => known.Id == request.UserId, cancel) is not { } user)
            return false;

        var addresses = await ocis.Visits.Where(visit => visit.UserId == user.Id && visit.IpAddress != null)
            .Select(visit => visit.IpAddress).Distinct().ToListAsync(cancel);
        await authority.HandOverAsync(
            request.Reference, new DisclosedUser { Name = user.Name, Email = user.Email, IpAddresses = addresses }, cancel);
        log.LogInformation("Lawful request {Reference} on user {UserId} was answered", request.Reference, user.Id);
        return true;
    }
}

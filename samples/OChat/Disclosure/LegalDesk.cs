using Microsoft.EntityFrameworkCore;
using OChat.Data;

namespace OChat.Disclosure;

/// <summary>Answers lawful requests: what was asked for, by whom it was checked, and nothing else [OCHAT-4.2].</summary>
[Purpose(Purposes.LegalCompliance)]
public sealed class LegalDesk(OChatContext ochat, IAuthority authority, ILogger<LegalDesk> log)
{
    public async Task<bool> AnswerAsync(LawfulRequest request, CancellationToken cancel)
    {
        if (await ochat.Users.SingleOrDefaultAsync(known => known.Id == request.UserId, cancel) is not { } user)
            return false;

        var addresses = await ochat.Visits.Where(visit => visit.UserId == user.Id && visit.IpAddress != null)
            .Select(visit => visit.IpAddress).Distinct().ToListAsync(cancel);
        await authority.HandOverAsync(
            request.Reference, new DisclosedUser { Name = user.Name, Email = user.Email, IpAddresses = addresses }, cancel);
        log.LogInformation("Lawful request {Reference} on user {UserId} was answered", request.Reference, user.Id);
        return true;
    }
}

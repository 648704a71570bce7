using Microsoft.EntityFrameworkCore;
using OChat.Data;
using OChat.Support;

namespace OChat.Accounts;

/// <summary>Somebody at OChat looks at who wants to run a shop with it, and tells them [OCHAT-2.2].</summary>
[Purpose(Purposes.ApplicationProcessing)]
public sealed class Applications(OChatContext ochat, IMailer mailer, TimeProvider time, ILogger<Applications> log)
{
    public Task<List<ApplicationView>> WaitingAsync(CancellationToken cancel) =>
        ochat.Users.Where(user => user.ApprovedAt == null && user.ClosedAt == null)
            .OrderBy(user => user.RegisteredAt)
            .Select(user => new ApplicationView { Id = user.Id, Name = user.Name, Email = user.Email, RegisteredAt = user.RegisteredAt })
            .ToListAsync(cancel);

    public async Task<bool> ApproveAsync(Guid userId, CancellationToken cancel)
    {
        if (await ochat.Users.SingleOrDefaultAsync(known => known.Id == userId && known.ApprovedAt == null, cancel) is not { } user)
            return false;

        user.ApprovedAt = time.GetUtcNow();
        await ochat.SaveChangesAsync(cancel);
        if (user.Email is { } email)
            await mailer.SendAsync(email, "Your OChat account", $"Hello {user.Name}, your order page can be opened now.", cancel);
        log.LogInformation("User {UserId} was approved", user.Id);
        return true;
    }
}

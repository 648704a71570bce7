using Ocis.Data;

namespace Ocis.Mail;

/// <summary>Writes to somebody, and keeps what was written. For what, say those who call.</summary>
public sealed class Letters(OcisContext ocis, IMailer mailer, TimeProvider time)
{
    public async Task SendAsync(
        User user, string subject, [DataCategory(Categories.Communication.Message)] string text, CancellationToken cancel,
        Uri? wayOut = null)
    {
        if (user.Email is not { Length: > 0 } address)
            return;

        ocis.Messages.Add(new Message { Id = Guid.NewGuid(), UserId = user.Id, Text = text, SentAt = time.GetUtcNow() });
        await ocis.SaveChangesAsync(cancel);
        await mailer.SendAsync(address, subject, text, cancel, wayOut);
    }
}

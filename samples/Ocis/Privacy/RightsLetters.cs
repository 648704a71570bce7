using Ocis.Mail;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>Sends what somebody is told of a request, by e-mail.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class RightsLetters(IMailer mailer) : INotifier
{
    public Task SendAsync(PrivacyNotification notification, CancellationToken cancel) =>
        mailer.SendAsync(notification.Address, notification.Title, notification.Text, cancel);
}

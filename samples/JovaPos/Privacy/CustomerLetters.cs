using JovaPos.Communication;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>Sends what a customer is told of a request, by email or by text message.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class CustomerLetters(IMailer mailer, ISmsSender texts) : INotifier
{
    public Task SendAsync(PrivacyNotification notification, CancellationToken cancel) =>
        notification.AddressKind == "email"
            ? mailer.SendAsync(notification.Address, notification.Title, notification.Text, cancel)
            : texts.SendAsync(notification.Address, notification.Text, cancel);
}

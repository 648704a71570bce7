namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Brings a message to a person: by e-mail, by SMS, by post.</summary>
public interface INotifier
{
    /// <summary>
    /// Sends a message. An exception means that it was not sent: it is tried again. After a crash a message that was sent
    /// can come once more, with the same <see cref="PrivacyNotification.Id"/>.
    /// </summary>
    Task SendAsync(PrivacyNotification notification, CancellationToken cancel);
}

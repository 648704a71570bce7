namespace Alpokat.Messages;

/// <summary>Sends e-mail through ALPOKAT's own server.</summary>
public interface IMailer
{
    Task SendAsync(
        [DataCategory(Categories.Contact.Email)] string to,
        string subject,
        string body,
        CancellationToken cancel);
}

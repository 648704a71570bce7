namespace OChat.Support;

/// <summary>Sends e-mail through OChat's own server.</summary>
public interface IMailer
{
    Task SendAsync(
        [DataCategory(Categories.Contact.Email)] string to,
        string subject,
        string body,
        CancellationToken cancel);
}

namespace JovaPos.Communication;

/// <summary>Sends email through the shop's own mail server.</summary>
public interface IMailer
{
    Task SendAsync(
        [DataCategory(Categories.Contact.Email)] string to,
        string subject,
        [DataCategory(Categories.Communication.Message)] string body,
        CancellationToken cancel);
}

namespace JovaPos.Communication;

/// <summary>Who delivers e-mail for the shop, and is told no more than that takes [JOVA-2.1].</summary>
[Recipient(Recipients.EmailProvider)]
public interface IMailer
{
    Task SendAsync(
        [DataCategory(Categories.Contact.Email)] string to,
        string subject,
        [DataCategory(Categories.Communication.Message)] string body,
        CancellationToken cancel);
}

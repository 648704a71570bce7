namespace Ocis.Mail;

/// <summary>Who delivers e-mail for OCIS, and is told no more than that takes [OCIS-3.2].</summary>
[Recipient(Recipients.EmailProvider)]
public interface IMailer
{
    /// <param name="wayOut">Where a mail program posts to for no more of such messages; null where there is nothing to end.</param>
    Task SendAsync(
        [DataCategory(Categories.Contact.Email)] string to,
        string subject,
        [DataCategory(Categories.Communication.Message)] string text,
        CancellationToken cancel,
        Uri? wayOut = null);
}

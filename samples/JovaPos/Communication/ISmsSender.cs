namespace JovaPos.Communication;

/// <summary>Who delivers text messages for the shop, and is told no more than that takes [JOVA-2.1].</summary>
[Recipient(Recipients.SmsProvider)]
public interface ISmsSender
{
    Task SendAsync(
        [DataCategory(Categories.Contact.Phone)] string to,
        [DataCategory(Categories.Communication.Message)] string text,
        CancellationToken cancel);
}

namespace JovaPos.Communication;

/// <summary>Sends text messages through the shop's own modem.</summary>
public interface ISmsSender
{
    Task SendAsync(
        [DataCategory(Categories.Contact.Phone)] string to,
        [DataCategory(Categories.Communication.Message)] string text,
        CancellationToken cancel);
}

namespace Alpokat.Messages;

/// <summary>A message between a merchant and support.</summary>
public sealed class MessageView
{
    public Guid MerchantId { get; init; }

    public bool BySupport { get; init; }

    [DataCategory(Categories.Communication.Message)]
    public string? Text { get; init; }

    public DateTimeOffset SentAt { get; init; }
}

namespace JovaPos.Deliveries;

/// <summary>The delivery provider, a processor under contract [JOVA-2.1].</summary>
[Recipient(Recipients.DeliveryProvider)]
public interface IDeliveryProvider
{
    /// <summary>Announces a parcel and answers with its tracking code.</summary>
    [return: DataCategory(Categories.Transaction.Delivery)]
    Task<string> AnnounceAsync(DeliveryLabel label, CancellationToken cancel);
}

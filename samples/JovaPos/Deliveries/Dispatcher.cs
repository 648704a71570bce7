using JovaPos.Data;

namespace JovaPos.Deliveries;

/// <summary>Sends parcels.</summary>
public sealed class Dispatcher(IDeliveryProvider provider)
{
    public async Task SendAsync(
        Order order,
        Customer customer,
        [DataCategory(Categories.Contact.Address)] string address,
        CancellationToken cancel)
    {
        var tracking = await provider.AnnounceAsync(
            new DeliveryLabel { Name = customer.Name, Address = address, Phone = customer.Phone }, cancel);

        order.Delivery = new Delivery
        {
            Id = Guid.NewGuid(),
            RecipientName = customer.Name,
            Address = address,
            Phone = customer.Phone,
            TrackingCode = tracking,
        };
        order.Status = OrderStatus.Sent;
    }
}

using Alpokat.Data;

namespace Alpokat.Security;

/// <summary>Writes down what merchants do: the visit log [ALPO-2.1].</summary>
public sealed class VisitRecorder(AlpokatContext alpokat, TimeProvider time)
{
    public async Task RecordAsync(Guid merchantId, string activity, VisitOrigin origin, CancellationToken cancel)
    {
        alpokat.Visits.Add(new Visit
        {
            Id = Guid.NewGuid(),
            MerchantId = merchantId,
            IpAddress = origin.IpAddress,
            DeviceId = origin.DeviceId,
            System = origin.System,
            Activity = activity,
            At = time.GetUtcNow(),
        });
        await alpokat.SaveChangesAsync(cancel);
    }
}

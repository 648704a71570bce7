using OChat.Data;

namespace OChat.Usage;

/// <summary>Writes down what users do [OCHAT-1.3].</summary>
public sealed class VisitRecorder(OChatContext ochat, TimeProvider time)
{
    public async Task RecordAsync(Guid userId, string activity, VisitOrigin origin, CancellationToken cancel)
    {
        ochat.Visits.Add(new Visit
        {
            Id = Guid.NewGuid(),
            UserId = userId,
            IpAddress = origin.IpAddress,
            DeviceType = origin.DeviceType,
            Activity = activity,
            At = time.GetUtcNow(),
        });
        await ochat.SaveChangesAsync(cancel);
    }
}

using Ocis.Data;

namespace Ocis.Usage;

/// <summary>Writes down what is recorded by itself [OCIS-1.3].</summary>
public sealed class VisitRecorder(OcisContext ocis, TimeProvider time)
{
    public async Task RecordAsync(Guid? userId, string activity, VisitOrigin origin, CancellationToken cancel)
    {
        ocis.Visits.Add(new Visit
        {
            Id = Guid.NewGuid(),
            UserId = userId,
            IpAddress = origin.IpAddress,
            Device = origin.Device,
            TimeZone = origin.TimeZone,
            Referrer = origin.Referrer,
            Activity = activity,
            At = time.GetUtcNow(),
        });
        await ocis.SaveChangesAsync(cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Ocis.Data;

namespace Ocis.Events;

/// <summary>Takes down what organisers report of somebody's part in an event of theirs [OCIS-1.5].</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class Doors(OcisContext ocis, TimeProvider time)
{
    public async Task<bool> RecordAsync(int organiserId, ParticipationForm form, CancellationToken cancel)
    {
        var order = await ocis.Orders.Include(known => known.Event)
            .SingleOrDefaultAsync(
                known => known.Number == form.Number && known.UserId != null && known.Event!.OrganiserId == organiserId, cancel);
        if (order?.Event is not { } held)
            return false;

        ocis.Participations.Add(new Participation
        {
            Id = Guid.NewGuid(),
            UserId = order.UserId,
            EventId = held.Id,
            What = form.What,
            At = time.GetUtcNow(),
        });
        await ocis.SaveChangesAsync(cancel);
        return true;
    }
}

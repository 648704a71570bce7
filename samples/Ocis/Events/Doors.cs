using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Usage;

namespace Ocis.Events;

/// <summary>
/// Takes down what organisers report of somebody's part in an event of theirs, and partners at their stands [OCIS-1.5], and what
/// people say there themselves [OCIS-1.6].
/// </summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class Doors(OcisContext ocis, TimeProvider time)
{
    public async Task<bool> RecordAsync(int organiserId, ParticipationForm form, CancellationToken cancel)
    {
        var order = await ocis.Orders.Include(known => known.Event)
            .SingleOrDefaultAsync(
                known => known.Number == form.Number && known.UserId != null && known.Event!.OrganiserId == organiserId, cancel);
        return await RecordAsync(order, form.What, cancel);
    }

    /// <summary>Somebody has shown their ticket at the stand that a partner has at another house's event.</summary>
    public async Task<bool> MeetAsync(int partnerId, StandForm form, CancellationToken cancel)
    {
        var order = await ocis.Orders.Include(known => known.Event)
            .SingleOrDefaultAsync(
                known => known.Number == form.Number && known.UserId != null && known.Event!.PartnerId == partnerId, cancel);
        return await RecordAsync(order, Activities.CameToStand, cancel);
    }

    /// <summary>Somebody has come, and says so with their own ticket; once, however often they say it.</summary>
    public async Task<bool> ArriveAsync(
        Guid userId, [DataCategory(Categories.Transaction.Order)] string number, CancellationToken cancel)
    {
        var order = await ocis.Orders.Include(known => known.Event)
            .SingleOrDefaultAsync(known => known.Number == number && known.UserId == userId, cancel);
        return order is not null && await HasComeAsync(userId, order.EventId, cancel) || await RecordAsync(order, Activities.Arrived, cancel);
    }

    private Task<bool> HasComeAsync(Guid? userId, int eventId, CancellationToken cancel) => ocis.Participations.AnyAsync(
        part => part.UserId == userId && part.EventId == eventId && part.What == Activities.Arrived, cancel);

    private async Task<bool> RecordAsync(
        Order? order, [DataCategory(Categories.Usage.Activity)] string what, CancellationToken cancel)
    {
        if (order?.Event is not { } held)
            return false;
        var part = new Participation
        {
            Id = Guid.NewGuid(),
            UserId = order.UserId,
            EventId = held.Id,
            What = what,
            At = time.GetUtcNow(),
        };
        ocis.Participations.Add(part);
        try
        {
            await ocis.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else said at this moment that they have come.
            ocis.Entry(part).State = EntityState.Detached;
            if (what != Activities.Arrived || !await HasComeAsync(order.UserId, held.Id, cancel))
                throw;
        }

        return true;
    }
}

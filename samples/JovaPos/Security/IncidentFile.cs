using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Security;

/// <summary>What the shop knows of the misuse of one account, to defend its customer and itself [JOVA-1.11].</summary>
[Purpose(Purposes.RightsProtection)]
public sealed class IncidentFile(ShopContext shop)
{
    public Task<List<IncidentEntry>> OfAsync(Guid customerId, CancellationToken cancel) =>
        shop.FraudSignals.Where(signal => signal.CustomerId == customerId)
            .OrderBy(signal => signal.RaisedAt)
            .Select(signal => new IncidentEntry
            {
                Kind = signal.Kind,
                IpAddress = signal.IpAddress,
                At = signal.RaisedAt,
            })
            .ToListAsync(cancel);
}

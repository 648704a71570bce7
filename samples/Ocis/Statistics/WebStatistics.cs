using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Privacy;

namespace Ocis.Statistics;

/// <summary>Has visits counted, of those who agreed to it [OCIS-1.4, OCIS-3.2].</summary>
[Purpose(Purposes.Statistics)]
public sealed class WebStatistics(OcisContext ocis, Choices choices, Pseudonyms pseudonyms, IAnalyticsProvider provider)
{
    /// <summary>Hands on what was done since, and returns how much.</summary>
    public async Task<int> ShareAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var shared = new List<PseudonymousVisit>();
        foreach (var visit in await ocis.Visits.AsNoTracking().Where(visit => visit.At >= since).OrderBy(visit => visit.At).ToListAsync(cancel))
            if (visit.UserId is { } user && await choices.AgreeAsync(user, Purposes.Statistics, cancel))
                shared.Add(pseudonyms.Of(user, visit));
        await provider.ReceiveAsync(shared, cancel);
        return shared.Count;
    }
}

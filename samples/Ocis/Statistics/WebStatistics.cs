using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Privacy;

namespace Ocis.Statistics;

/// <summary>Has visits counted, of those who agreed to it and had nothing restricted [OCIS-1.4, OCIS-3.2, OCIS-5.4].</summary>
[Purpose(Purposes.Statistics)]
public sealed class WebStatistics(OcisContext ocis, Choices choices, Pseudonyms pseudonyms, IAnalyticsProvider provider)
{
    /// <summary>Hands on what was done since, and returns how much.</summary>
    public async Task<int> ShareAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var shared = 0;
        foreach (var visit in await ocis.Visits.AsNoTracking().Where(visit => visit.At >= since).OrderBy(visit => visit.At).ToListAsync(cancel))
            if (visit.UserId is { } user && await choices.AgreeAsync(user, Purposes.Statistics, cancel))
            {
                // One by one: each goes right after its own question, and not with a batch that was asked about before.
                await provider.ReceiveAsync([pseudonyms.Of(user, visit)], cancel);
                shared++;
            }
        return shared;
    }
}

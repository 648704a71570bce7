using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Privacy;

namespace Ocis.Usage;

/// <summary>Looks at what people use, to mend and improve it, without those who object [OCIS-2.2, OCIS-5.6].</summary>
[Purpose(Purposes.ServiceImprovement)]
public sealed class UsageInsight(OcisContext ocis, Choices choices)
{
    public async Task<IReadOnlyList<ActivityCount>> CountAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var activities = new List<string>();
        foreach (var visit in await ocis.Visits.AsNoTracking().Where(visit => visit.At >= since).ToListAsync(cancel))
            if (visit.UserId is { } user && await choices.AllowAsync(user, Purposes.ServiceImprovement, cancel))
                activities.Add(visit.Activity);
        return Count(activities);
    }

    [Anonymises(DataForm.Aggregated)]
    private static List<ActivityCount> Count(IEnumerable<string> activities) =>
    [
        .. activities.GroupBy(activity => activity)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new ActivityCount(same.Key, same.Count())),
    ];
}

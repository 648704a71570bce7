using Microsoft.EntityFrameworkCore;
using OChat.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Usage;

/// <summary>Looks at how OChat is used, by those who have not objected, and had nothing restricted [OCHAT-2.4].</summary>
[Purpose(Purposes.Analysis)]
public sealed class UsageAnalysis(OChatContext ochat, IRestrictions restrictions, Pseudonyms pseudonyms, IAnalyticsProvider provider)
{
    public async Task<IReadOnlyList<ActivityCount>> CountAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var activities = new List<string>();
        foreach (var visit in await SinceAsync(since, cancel))
            if (visit.UserId is { } user && await MayAnalyseAsync(user, cancel))
                activities.Add(visit.Activity);
        return Count(activities);
    }

    /// <summary>Sends what was done, pseudonymised, to who analyses for OChat; returns how much.</summary>
    public async Task<int> ShareAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var shared = new List<PseudonymousVisit>();
        foreach (var visit in await SinceAsync(since, cancel))
            if (visit.UserId is { } user && await MayAnalyseAsync(user, cancel))
                shared.Add(pseudonyms.Of(user, visit));
        await provider.ReceiveAsync(shared, cancel);
        return shared.Count;
    }

    [Gate(Gates.NoObjection)]
    private async Task<bool> MayAnalyseAsync(Guid user, CancellationToken cancel) =>
        await restrictions.HasNotObjectedAsync(Subjects.User, user.ToString(), Purposes.Analysis, cancel)
        && await restrictions.IsUnrestrictedAsync(Subjects.User, user.ToString(), Purposes.Analysis, cancel);

    [Anonymises(DataForm.Aggregated)]
    private static List<ActivityCount> Count(IEnumerable<string> activities) =>
    [
        .. activities.GroupBy(activity => activity)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new ActivityCount(same.Key, same.Count())),
    ];

    private Task<List<Visit>> SinceAsync(DateTimeOffset since, CancellationToken cancel) =>
        ochat.Visits.AsNoTracking().Where(visit => visit.At >= since).OrderBy(visit => visit.At).ToListAsync(cancel);
}

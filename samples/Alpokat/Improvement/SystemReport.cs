using Alpokat.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Improvement;

/// <summary>
/// With which systems merchants work, so that what they work with is what gets better [ALPO-3.2]; of those who do not object, and had nothing restricted.
/// </summary>
[Purpose(Purposes.ServiceImprovement)]
public sealed class SystemReport(AlpokatContext alpokat, IRestrictions restrictions)
{
    public async Task<IReadOnlyList<SystemCount>> SinceAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var systems = new List<string>();
        foreach (var visit in await alpokat.Visits.AsNoTracking().Where(visit => visit.At >= since).ToListAsync(cancel))
            if (await restrictions.HasNotObjectedAsync(
                    Subjects.Merchant, visit.MerchantId.ToString(), Purposes.ServiceImprovement, cancel)
                && await restrictions.IsUnrestrictedAsync(
                    Subjects.Merchant, visit.MerchantId.ToString(), Purposes.ServiceImprovement, cancel))
                systems.Add(visit.System ?? "");
        return Count(systems);
    }

    [Anonymises(DataForm.Aggregated)]
    private static List<SystemCount> Count(IEnumerable<string> systems) =>
    [
        .. systems.GroupBy(Kind).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new SystemCount(same.Key, same.Count())),
    ];

    private static string Kind(string system) =>
        system.Contains("Android", StringComparison.Ordinal) ? "Android"
        : system.Contains("iPhone", StringComparison.Ordinal) ? "iOS"
        : system.Contains("Windows", StringComparison.Ordinal) ? "Windows"
        : "lainnya";
}

using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Privacy;
using Ocis.Usage;

namespace Ocis.Security;

/// <summary>Finds addresses from which somebody tries passwords [OCIS-2.3].</summary>
[Purpose(Purposes.Security)]
public sealed class SignInWatch(OcisContext ocis, Choices choices, TimeProvider time)
{
    private const int Patience = 5;

    /// <summary>The addresses with five failures and more within an hour.</summary>
    public async Task<IReadOnlyList<Suspicion>> LookAsync(CancellationToken cancel)
    {
        var since = time.GetUtcNow().AddHours(-1);
        var failures = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var visit in await SinceAsync(since, cancel))
            if (await choices.AllowAsync(visit.UserId, Purposes.Security, cancel)
                && visit is { Activity: Activities.SignInFailed, IpAddress: { } address })
                failures[address] = failures.GetValueOrDefault(address) + 1;
        return [.. failures.Where(one => one.Value >= Patience).Select(one => new Suspicion { IpAddress = one.Key, Failures = one.Value })];
    }

    private Task<List<Visit>> SinceAsync(DateTimeOffset since, CancellationToken cancel) =>
        ocis.Visits.AsNoTracking().Where(visit => visit.At >= since).ToListAsync(cancel);
}

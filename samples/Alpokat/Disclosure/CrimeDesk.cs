using Alpokat.Data;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Disclosure;

/// <summary>Reports a suspicion, so that a crime or a loss is prevented [ALPO-6.2].</summary>
[Purpose(Purposes.RightsProtection)]
public sealed class CrimeDesk(AlpokatContext alpokat, IAuthority authority, ILogger<CrimeDesk> log)
{
    public async Task<bool> ReportAsync(Guid signalId, CancellationToken cancel)
    {
        if (await alpokat.FraudSignals.SingleOrDefaultAsync(known => known.Id == signalId, cancel) is not { } signal)
            return false;

        var addresses = await alpokat.Visits.Where(visit => visit.MerchantId == signal.MerchantId && visit.IpAddress != null)
            .Select(visit => visit.IpAddress).Distinct().ToListAsync(cancel);
        await authority.ReportAsync(
            new ReportedSignal { SignalId = signal.Id, Reason = signal.Reason, IpAddresses = addresses }, cancel);
        log.LogInformation("Signal {SignalId} was reported", signal.Id);
        return true;
    }
}

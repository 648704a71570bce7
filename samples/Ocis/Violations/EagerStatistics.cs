using Ocis.Data;
using Ocis.Privacy;
using Ocis.Statistics;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Violations;

/// <summary>Has visits counted of whoever agreed once, though they had the use of them restricted since.</summary>
[Purpose(Purposes.Statistics)]
public sealed class EagerStatistics(IConsents consents, Choices choices, Pseudonyms pseudonyms, IAnalyticsProvider provider)
{
    public async Task ShareAsync(Guid user, Visit visit, CancellationToken cancel)
    {
        if (await consents.IsGivenAsync(Subjects.User, user.ToString(), Purposes.Statistics, cancel))
            await provider.ReceiveAsync([pseudonyms.Of(user, visit)], cancel); // expect: PAC3004 OCIS-5.4
    }

    public async Task CleanAsync(Guid user, Visit visit, CancellationToken cancel)
    {
        if (await choices.AgreeAsync(user, Purposes.Statistics, cancel))
            await provider.ReceiveAsync([pseudonyms.Of(user, visit)], cancel);
    }
}

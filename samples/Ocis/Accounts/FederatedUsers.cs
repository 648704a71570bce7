using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Accounts;

/// <summary>Whose account it is that somebody signs in to with Google, LinkedIn or Microsoft [OCIS-1.5].</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class FederatedUsers(OcisContext ocis)
{
    public async Task<Guid?> FindAsync(string provider, FederatedProfile profile, CancellationToken cancel)
    {
        var found = await ocis.FederatedLogins.FindSealedAsync(ocis, login => login.ProviderUserId, profile.ProviderUserId, cancel);
        return found.SingleOrDefault(login => login.Provider == provider)?.UserId;
    }
}

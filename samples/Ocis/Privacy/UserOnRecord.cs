using Microsoft.EntityFrameworkCore;
using Ocis.Accounts;
using Ocis.Data;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>Whom somebody is on record as: by their session, or by the address that they give [OCIS-5.7].</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class UserOnRecord(OcisContext ocis) : ClaimsRequestSubject(Subjects.User, OcisClaims.User)
{
    public override async ValueTask<RequestPerson?> FindAsync(AskedBy asked, CancellationToken cancel)
    {
        var found = await ocis.Users.AsNoTracking().FindSealedAsync(ocis, user => user.Email, asked.Contact, cancel);
        return found.Count == 1 ? new RequestPerson(Subjects.User, found[0].Id.ToString()) : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Ocis.Accounts;
using Ocis.Data;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>
/// Whom somebody is on record as: by their session, or by the address that they give. That is a user's, or one that somebody
/// typed in and nobody has confirmed: its reader has every right to what waits for it [OCIS-5.7].
/// </summary>
[Purpose(Purposes.RightsHandling)]
public sealed class UserOnRecord(OcisContext ocis) : ClaimsRequestSubject(Subjects.User, OcisClaims.User)
{
    public override async ValueTask<RequestPerson?> FindAsync(AskedBy asked, CancellationToken cancel)
    {
        var address = asked.Contact.Trim();
        if ((await ocis.Users.AsNoTracking().FindSealedAsync(ocis, user => user.Email, address, cancel)).SingleOrDefault() is { } user)
            return new RequestPerson(Subjects.User, user.Id.ToString());
        var waiting = await ocis.PendingAddresses.AsNoTracking().FindSealedAsync(ocis, row => row.Email, address, cancel);
        return waiting.SingleOrDefault() is { } applicant ? new RequestPerson(Subjects.Applicant, applicant.Id.ToString()) : null;
    }
}

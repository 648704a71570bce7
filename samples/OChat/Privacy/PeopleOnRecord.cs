using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OChat.Accounts;
using OChat.Data;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Privacy;

/// <summary>
/// Whom somebody is on record as: by their session as a user or as a customer, or else by the address that they give. Customers
/// are on record once for each visit to an order page, so that an address is taken for where it was last; they ask again for another.
/// </summary>
[Purpose(Purposes.RightsHandling)]
public sealed class PeopleOnRecord(OChatContext ochat) : ClaimsRequestSubject(Subjects.User, OChatClaims.User)
{
    public override async ValueTask<RequestPerson?> OfAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        await base.OfAsync(user, cancel)
        ?? (user.FindFirstValue(OChatClaims.Customer) is { Length: > 0 } customer ? new RequestPerson(Subjects.Customer, customer) : null);

    public override async ValueTask<RequestPerson?> FindAsync(AskedBy asked, CancellationToken cancel)
    {
        var address = asked.Contact.Trim();
        var users = await ochat.Users.AsNoTracking().FindSealedAsync(ochat, user => user.Email, address, cancel);
        if (users.Count == 1)
            return new RequestPerson(Subjects.User, users[0].Id.ToString());
        var customers = await ochat.Customers.AsNoTracking().FindSealedAsync(ochat, customer => customer.Email, address, cancel);
        return customers.MaxBy(customer => customer.LastActivityAt) is { } last ? new RequestPerson(Subjects.Customer, last.Id.ToString()) : null;
    }
}

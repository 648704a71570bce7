using System.Security.Claims;
using Alpokat.Accounts;
using Alpokat.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.AspNetCore;

namespace Alpokat.Privacy;

/// <summary>Whom somebody is on record as: merchants by their session, customers and others by the address they gave.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class PeopleOnRecord(AlpokatContext alpokat) : ClaimsRequestSubject(Subjects.Merchant, AlpokatClaims.Merchant)
{
    public override async ValueTask<RequestPerson?> FindAsync(AskedBy asked, CancellationToken cancel)
    {
        var merchants = alpokat.Merchants.Where(known => known.Email == asked.Contact)
            .Select(known => new { Subject = Subjects.Merchant, known.Id });
        var customers = alpokat.Customers.Where(known => known.Email == asked.Contact)
            .Select(known => new { Subject = Subjects.Customer, known.Id });
        var found = await merchants.Concat(customers).Take(2).ToListAsync(cancel);
        return found.Count == 1 ? new RequestPerson(found[0].Subject, found[0].Id.ToString()) : null;
    }
}

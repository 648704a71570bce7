using JovaPos.Accounts;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.AspNetCore;

namespace JovaPos.Privacy;

/// <summary>Whom somebody is on record as: by their session, or by name and address together [JOVA-3.1].</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class CustomerOnRecord(ShopContext shop) : ClaimsRequestSubject(Subjects.Customer, ShopClaims.CustomerId)
{
    public override async ValueTask<RequestPerson?> FindAsync(AskedBy asked, CancellationToken cancel)
    {
        var found = await shop.Customers
            .Where(known => known.Name == asked.Name && (known.Email == asked.Contact || known.Phone == asked.Contact))
            .Select(known => known.Id).Take(2).ToListAsync(cancel);
        return found.Count == 1 ? new RequestPerson(Subjects.Customer, found[0].ToString()) : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Accounts;

/// <summary>What waits until the reader of an address has said that it is theirs, for three days at most [OCIS-4.4, OCIS-5.3].</summary>
public sealed class PendingAddresses(OcisContext ocis, ConfirmationLinks links, ISubjectErasure erasure, TimeProvider time)
{
    /// <summary>Whose account has an address; null where it is nobody's.</summary>
    [Purpose(Purposes.ServiceProvision)]
    public async Task<User?> OwnerAsync([DataCategory(Categories.Contact.Email)] string address, CancellationToken cancel) =>
        (await ocis.Users.FindSealedAsync(ocis, user => user.Email, address.Trim(), cancel)).SingleOrDefault();

    /// <summary>Whose record an address is that waits; null where none does.</summary>
    [Purpose(Purposes.ServiceProvision)]
    public async Task<PendingAddress?> FindAsync([DataCategory(Categories.Contact.Email)] string address, CancellationToken cancel) =>
        (await ocis.PendingAddresses.FindSealedAsync(ocis, row => row.Email, address.Trim(), cancel)).SingleOrDefault();

    /// <summary>Begins to write down that somebody wants an address: the caller says the rest of it, and saves.</summary>
    public async Task<AddressClaim> ClaimAsync(
        [DataCategory(Categories.Contact.Email)] string address, Guid? userId, CancellationToken cancel)
    {
        var waiting = await FindAsync(address, cancel) ?? await AddAsync(address, cancel);
        var claim = new AddressClaim { Id = Guid.NewGuid(), AddressId = waiting.Id, UserId = userId, AskedAt = time.GetUtcNow() };
        waiting.AskedAt = claim.AskedAt;
        ocis.AddressClaims.Add(claim);
        return claim;
    }

    /// <summary>What a link to the reader of an address is about; null where there is nothing any more.</summary>
    public async Task<AddressClaim?> ReadAsync(string link, CancellationToken cancel) => links.Read(link) is { } id
        ? await ocis.AddressClaims.Include(claim => claim.Address).Include(claim => claim.User)
            .SingleOrDefaultAsync(claim => claim.Id == id, cancel)
        : null;

    /// <summary>Erases an address, and all that waits for it, as its reader wants; false where there is nothing any more.</summary>
    public async Task<bool> DiscardAsync(string link, CancellationToken cancel)
    {
        if (links.Read(link) is not { } id
            || await ocis.AddressClaims.Where(claim => claim.Id == id).Select(claim => (Guid?)claim.AddressId).SingleOrDefaultAsync(cancel)
                is not { } address)
            return false;
        await EraseAsync(address, cancel);
        return true;
    }

    /// <summary>Ends a change of address, as the reader of the address before wants; false where there is none any more.</summary>
    public async Task<bool> StopAsync(string link, CancellationToken cancel)
    {
        if (links.ReadStop(link) is not { } id
            || await ocis.AddressClaims.SingleOrDefaultAsync(claim => claim.Id == id, cancel) is not { } claim)
            return false;
        ocis.AddressClaims.Remove(claim);
        await ocis.SaveChangesAsync(cancel);
        if (!await ocis.AddressClaims.AnyAsync(other => other.AddressId == claim.AddressId, cancel))
            await EraseAsync(claim.AddressId, cancel);
        return true;
    }

    /// <summary>Erases an address that waits, its claims and its keys: by what is generated for every person.</summary>
    public Task EraseAsync(Guid address, CancellationToken cancel) =>
        erasure.EraseAsync(Subjects.Applicant, address.ToString(), cancel: cancel);

    private async Task<PendingAddress> AddAsync([DataCategory(Categories.Contact.Email)] string address, CancellationToken cancel)
    {
        var waiting = new PendingAddress { Id = Guid.NewGuid(), Email = address.Trim(), AskedAt = time.GetUtcNow() };
        ocis.PendingAddresses.Add(waiting);
        try
        {
            await ocis.SaveChangesAsync(cancel);
            return waiting;
        }
        catch (DbUpdateException)
        {
            // Somebody else asked for it at this moment: both claims wait on one record.
            ocis.Entry(waiting).State = EntityState.Detached;
            if (await FindAsync(address, cancel) is { } other)
                return other;
            throw;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>
/// Erases people by what is generated. With a user goes what waits for them alone: an address that they asked for is, until it is
/// confirmed, an applicant's, and would wait its three days for somebody who is gone [OCIS-5.3].
/// </summary>
public sealed class UserErasure(OcisContext ocis, OcisContextPrivacy generated) : ISubjectErasure
{
    public IReadOnlyCollection<string> Subjects => generated.Subjects;

    public string Canonical(string subject, string subjectId) => generated.Canonical(subject, subjectId);

    public async Task<ErasureReceipt> EraseAsync(
        string subject, string subjectId, ErasureOptions? options = null, CancellationToken cancel = default)
    {
        if (subject != PolicyAsCode.Subjects.User)
            return await generated.EraseAsync(subject, subjectId, options, cancel);

        // All of it or nothing: a request has a transaction open, and whoever calls this otherwise gets one.
        await using var own = ocis.Database.CurrentTransaction is null ? await ocis.Database.BeginTransactionAsync(cancel) : null;
        var user = Guid.Parse(Canonical(subject, subjectId));
        var claims = await ocis.AddressClaims.Where(claim => claim.UserId == user)
            .Select(claim => new { claim.Id, claim.AddressId }).ToListAsync(cancel);
        var receipt = await generated.EraseAsync(subject, subjectId, options, cancel);
        if (receipt.Outcome == ErasureOutcome.Erased)
            foreach (var address in claims.GroupBy(claim => claim.AddressId, claim => claim.Id))
                receipt = receipt with { Entries = receipt.Entries.AddRange(await EraseAsync(address.Key, [.. address], receipt.DryRun, cancel)) };
        if (own is not null)
            await own.CommitAsync(cancel);
        return receipt;
    }

    /// <summary>An address, or, where somebody else asked for it as well, the user's claims to it.</summary>
    private async Task<IEnumerable<ErasureEntry>> EraseAsync(Guid address, IReadOnlyList<Guid> claims, bool isDryRun, CancellationToken cancel)
    {
        if (!await ocis.AddressClaims.AnyAsync(claim => claim.AddressId == address && !claims.Contains(claim.Id), cancel))
            return (await generated.EraseAsync(
                PolicyAsCode.Subjects.Applicant, address.ToString(), new ErasureOptions(isDryRun), cancel)).Entries;
        if (!isDryRun)
            await ocis.AddressClaims.Where(claim => claims.Contains(claim.Id)).ExecuteDeleteAsync(cancel);
        return [];
    }
}

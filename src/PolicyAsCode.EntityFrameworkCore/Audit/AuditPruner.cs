using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Deletes old records, oldest seals first, and says so in a record of its own, by which a verification tells this from a
/// deletion that nobody is to see. The links of the chain stay: they are hashes, and say nothing of anybody.
/// </summary>
internal sealed class AuditPruner(AuditTrail trail, TimeProvider time, AuditDigest digest)
{
    private const string Entity = PrivacyAuditTable.Records;

    /// <summary>
    /// Up to which seal records were pruned, as a record of it says; null where it is no such record, or, where there is a
    /// key, one that somebody without it has written: the sealer seals what it finds.
    /// </summary>
    public static long? UpTo(PrivacyAuditRecord record, AuditDigest digest)
    {
        if (record is not { Action: AuditAction.Pruned, Way: AuditWay.Generated, Entity: Entity, Detail: { } detail })
            return null;
        return long.TryParse(detail.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && detail == Said(record.Id, number, digest)
                ? number
                : null;
    }

    private static string Said(Guid record, long upTo, AuditDigest digest)
    {
        var number = upTo.ToString(CultureInfo.InvariantCulture);
        return digest.IsKeyed ? number + " " + Convert.ToHexStringLower(digest.Hash("pruned-1", record.ToString("D"), number)) : number;
    }

    public async Task<int> PruneAsync(DbContext db, DateTimeOffset before, CancellationToken cancel)
    {
        if (before > time.GetUtcNow())
            throw new ArgumentOutOfRangeException(nameof(before), before, "What is pruned is in the past.");
        var seals = db.Set<PrivacyAuditSeal>().IgnoreQueryFilters();
        var records = db.Set<PrivacyAuditRecord>().IgnoreQueryFilters();
        // The chain is pruned from its beginning on: a seal that is younger, or holds a younger record, stops it.
        var first = await seals.Where(seal => seal.At >= before || records.Any(record => record.Seal == seal.Number && record.At >= before))
            .MinAsync(seal => (long?)seal.Number, cancel).ConfigureAwait(false);
        var last = await seals.Where(seal => seal.Digests != null && (first == null || seal.Number < first))
            .MaxAsync(seal => (long?)seal.Number, cancel).ConfigureAwait(false);
        var gone = 0;
        if (last is { } upTo)
        {
            var draft = trail.Draft(AuditAction.Pruned, AuditWay.Generated, Entity, "");
            draft = draft with { Detail = Said(draft.Id, upTo, digest) };
            await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
                async token =>
                {
                    gone = await records.Where(record => record.Seal <= upTo).ExecuteDeleteAsync(token).ConfigureAwait(false);
                    await seals.Where(seal => seal.Number <= upTo && seal.Digests != null)
                        .ExecuteUpdateAsync(set => set.SetProperty(seal => seal.Digests, (byte[]?)null), token).ConfigureAwait(false);
                    await new AuditWriter(db).WriteAsync([draft with { Rows = gone }], isAsync: true, token).ConfigureAwait(false);
                },
                token => records.AnyAsync(record => record.Id == draft.Id, token), cancel).ConfigureAwait(false);
        }

        // Who is in no record any more has no business in the trail.
        await db.Set<PrivacyAuditPerson>().IgnoreQueryFilters()
            .Where(person => person.Since < before
                && !records.Any(record => record.Person == person.Pseudonym) && !records.Any(record => record.Actor == person.Pseudonym))
            .ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        return gone;
    }
}

using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Puts written records under the chain. Whoever writes a record waits for nobody; one node at a time seals what is
/// committed, under a lease, and the number of a seal, which is its key, cannot be given twice.
/// </summary>
internal sealed class AuditSealer(TimeProvider time, AuditDigest digest, IAuditAnchor? anchor)
{
    private const int Batch = 500;
    private const string Lease = "audit:seal";

    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);

    private AuditAnchorPoint? _told;

    /// <summary>Whether the chain is another than the one that the anchor was told of.</summary>
    public bool IsReplaced { get; private set; }

    public async Task<int> SealAsync(DbContext db, CancellationToken cancel)
    {
        using var silence = AuditSession.Of(db).Hush();
        if (!await Waiting(db).AnyAsync(cancel).ConfigureAwait(false))
            return 0;
        var lease = await new Leases(db, time).TryTakeAsync(Lease, s_lease, cancel).ConfigureAwait(false);
        if (lease is null)
            return 0;
        await using (lease.ConfigureAwait(false))
        {
            var total = 0;
            PrivacyAuditSeal? last = null;
            while (await SealBatchAsync(db, lease, cancel).ConfigureAwait(false) is { } seal)
            {
                total += seal.Records;
                last = seal;
            }

            if (last is not null && anchor is not null)
                await TellAsync(db, anchor, last, cancel).ConfigureAwait(false);
            return total;
        }
    }

    /// <summary>
    /// Tells the anchor the end of the chain, while what it was told last is in it. A chain that was made anew is sealed on,
    /// and never becomes the one that the anchor knows.
    /// </summary>
    private async Task TellAsync(DbContext db, IAuditAnchor told, PrivacyAuditSeal last, CancellationToken cancel)
    {
        _told ??= await told.LastAsync(cancel).ConfigureAwait(false);
        if (_told is { } before)
        {
            var hash = await db.Set<PrivacyAuditSeal>().IgnoreQueryFilters().Where(seal => seal.Number == before.Seal)
                .Select(seal => seal.Hash).SingleOrDefaultAsync(cancel).ConfigureAwait(false);
            IsReplaced = hash is null || Convert.ToHexStringLower(hash) != before.Hash;
        }

        if (IsReplaced)
            return;
        var point = new AuditAnchorPoint(last.Number, Convert.ToHexStringLower(last.Hash), time.GetUtcNow());
        await told.WriteAsync(point, cancel).ConfigureAwait(false);
        _told = point;
    }

    private async Task<PrivacyAuditSeal?> SealBatchAsync(DbContext db, ILease lease, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        PrivacyAuditSeal? made = null;
        await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async token =>
            {
                made = null;
                if (!await lease.RenewAsync(token).ConfigureAwait(false))
                    return;
                var records = await Waiting(db).OrderBy(record => record.Id).Take(Batch).ToListAsync(token).ConfigureAwait(false);
                if (records.Count == 0)
                    return;
                records.Sort((one, other) => string.CompareOrdinal(one.Id.ToString("D"), other.Id.ToString("D")));
                var before = await db.Set<PrivacyAuditSeal>().IgnoreQueryFilters().AsNoTracking()
                    .OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(token).ConfigureAwait(false);
                var seal = Link(before, records, now);
                var ids = records.ConvertAll(record => record.Id);
                var marked = await Waiting(db).Where(record => ids.Contains(record.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(record => record.Seal, seal.Number), token).ConfigureAwait(false);
                if (marked != records.Count)
                    throw new DbUpdateConcurrencyException("Records of the audit were sealed by another node at the same time.");
                await db.InsertRowAsync(seal, token).ConfigureAwait(false);
                made = seal;
            },
            token => db.Set<PrivacyAuditSeal>().IgnoreQueryFilters().AnyAsync(seal => made != null && seal.Number == made.Number, token),
            cancel).ConfigureAwait(false);
        return made;
    }

    private PrivacyAuditSeal Link(PrivacyAuditSeal? before, IReadOnlyList<PrivacyAuditRecord> records, DateTimeOffset now)
    {
        var (number, previous) = ((before?.Number ?? 0) + 1, before?.Hash ?? new byte[AuditDigest.Bytes]);
        var entries = digest.Of(records);
        var hash = digest.Of(entries);
        return new()
        {
            Number = number, At = now, Records = records.Count, Previous = previous, Digests = entries, DigestsHash = hash,
            Hash = digest.Link(number, now, records.Count, previous, hash),
        };
    }

    private static IQueryable<PrivacyAuditRecord> Waiting(DbContext db) =>
        db.Set<PrivacyAuditRecord>().IgnoreQueryFilters().AsNoTracking().Where(record => record.Seal == null);
}

using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Walks the chain from its first link, and names what breaks first.</summary>
internal sealed class AuditVerifier(AuditDigest digest, IAuditAnchor? anchor)
{
    private const int Batch = 50;
    private const int AnchorBatch = 500;

    public async Task<AuditVerification> VerifyAsync(DbContext db, CancellationToken cancel)
    {
        var walk = new Walk(digest);
        // The anchor first: what is sealed meanwhile is beyond it.
        var anchored = anchor is null ? null : await anchor.LastAsync(cancel).ConfigureAwait(false);
        var records = db.Set<PrivacyAuditRecord>().IgnoreQueryFilters().AsNoTracking();
        AuditFinding? first = null;
        while (first is null)
        {
            var after = walk.Number;
            var seals = await db.Set<PrivacyAuditSeal>().IgnoreQueryFilters().AsNoTracking().Where(seal => seal.Number > after)
                .OrderBy(seal => seal.Number).Take(Batch).ToListAsync(cancel).ConfigureAwait(false);
            if (seals.Count == 0)
                break;
            var last = seals[^1].Number;
            var under = (await records.Where(record => record.Seal > after && record.Seal <= last).ToListAsync(cancel).ConfigureAwait(false))
                .ToLookup(record => record.Seal);
            foreach (var seal in seals)
                if ((first = walk.Next(seal, under[seal.Number])) is not null)
                    break;
        }

        var waiting = await records.LongCountAsync(record => record.Seal == null, cancel).ConfigureAwait(false);
        first ??= walk.End(anchored)
            ?? await ReplacedAsync(db, anchored, cancel).ConfigureAwait(false)
            ?? await BeyondAsync(records, walk.Number, cancel).ConfigureAwait(false)
            ?? await PeopleAsync(db, cancel).ConfigureAwait(false);
        return new(walk.Records, waiting, first);
    }

    /// <summary>The first link that the anchor was told of and that is another one now; of what is sealed meanwhile nothing is asked.</summary>
    private async Task<AuditFinding?> ReplacedAsync(DbContext db, AuditAnchorPoint? anchored, CancellationToken cancel)
    {
        if (anchor is null || anchored is null)
            return null;
        long? first = null;
        var some = new List<AuditAnchorPoint>(AnchorBatch);
        await foreach (var point in anchor.PointsAsync(cancel).ConfigureAwait(false))
        {
            if (point.Seal > anchored.Seal)
                continue;
            some.Add(point);
            if (some.Count < AnchorBatch)
                continue;
            await CompareAsync().ConfigureAwait(false);
            some.Clear();
        }

        await CompareAsync().ConfigureAwait(false);
        return first is { } number ? new(AuditFault.ChainReplaced, number) : null;

        async Task CompareAsync()
        {
            var numbers = some.ConvertAll(point => point.Seal);
            var hashes = await db.Set<PrivacyAuditSeal>().IgnoreQueryFilters().Where(seal => numbers.Contains(seal.Number))
                .Select(seal => new { seal.Number, seal.Hash }).ToDictionaryAsync(seal => seal.Number, seal => seal.Hash, cancel)
                .ConfigureAwait(false);
            foreach (var point in some)
                if (!hashes.TryGetValue(point.Seal, out var hash) || Convert.ToHexStringLower(hash) != point.Hash)
                    first = Math.Min(first ?? long.MaxValue, point.Seal);
        }
    }

    /// <summary>A record that names a seal which is not there.</summary>
    private static async Task<AuditFinding?> BeyondAsync(IQueryable<PrivacyAuditRecord> records, long last, CancellationToken cancel) =>
        await records.Where(record => record.Seal > last || record.Seal < 1).OrderBy(record => record.Id)
            .FirstOrDefaultAsync(cancel).ConfigureAwait(false) is { } beyond
            ? new(AuditFault.RecordAdded, beyond.Seal, beyond.Id)
            : null;

    private static async Task<AuditFinding?> PeopleAsync(DbContext db, CancellationToken cancel)
    {
        await foreach (var person in db.Set<PrivacyAuditPerson>().IgnoreQueryFilters().AsNoTracking().AsAsyncEnumerable()
            .WithCancellation(cancel).ConfigureAwait(false))
            if (AuditPeople.Pseudonym(person.Kind, person.SubjectId, person.Salt) != person.Pseudonym)
                return new(AuditFault.PersonChanged, null, null, person.Pseudonym);
        return null;
    }

    /// <summary>One walk over the chain.</summary>
    private sealed class Walk(AuditDigest digest)
    {
        private byte[] _previous = new byte[AuditDigest.Bytes];
        private long _pruned;
        private long _prunedSaid;

        /// <summary>The last link that holds.</summary>
        public long Number { get; private set; }

        public long Records { get; private set; }

        public AuditFinding? Next(PrivacyAuditSeal seal, IEnumerable<PrivacyAuditRecord> under)
        {
            if (seal.Number != Number + 1)
                return new(AuditFault.SealMissing, Number + 1);
            if (!seal.Previous.AsSpan().SequenceEqual(_previous)
                || !seal.Hash.AsSpan().SequenceEqual(digest.Link(seal.Number, seal.At, seal.Records, seal.Previous, seal.DigestsHash))
                || (seal.Digests is { } held && !seal.DigestsHash.AsSpan().SequenceEqual(digest.Of(held))))
                return new(AuditFault.SealChanged, seal.Number);
            if ((seal.Digests is null ? Pruned(seal, under) : Compare(seal, seal.Digests, under)) is { } found)
                return found;
            (Number, _previous) = (seal.Number, seal.Hash);
            return null;
        }

        public AuditFinding? End(AuditAnchorPoint? anchored) =>
            anchored is not null && anchored.Seal > Number ? new(AuditFault.EndMissing, Number + 1)
            : _pruned > _prunedSaid ? new(AuditFault.PrunedUnseen, _prunedSaid + 1)
            : null;

        private AuditFinding? Pruned(PrivacyAuditSeal seal, IEnumerable<PrivacyAuditRecord> under)
        {
            // From the beginning on, and nothing is left.
            if (seal.Number != _pruned + 1)
                return new(AuditFault.PrunedUnseen, seal.Number);
            _pruned = seal.Number;
            return under.FirstOrDefault() is { } left ? new(AuditFault.RecordAdded, seal.Number, left.Id) : null;
        }

        private AuditFinding? Compare(PrivacyAuditSeal seal, byte[] digests, IEnumerable<PrivacyAuditRecord> under)
        {
            if (digests.Length != seal.Records * AuditDigest.Entry)
                return new(AuditFault.SealChanged, seal.Number);
            var left = under.ToDictionary(record => record.Id);
            for (var at = 0; at < digests.Length; at += AuditDigest.Entry)
            {
                var id = new Guid(digests.AsSpan(at, 16), bigEndian: true);
                if (!left.Remove(id, out var record))
                    return new(AuditFault.RecordMissing, seal.Number, id);
                if (!digests.AsSpan(at + 16, AuditDigest.Bytes).SequenceEqual(digest.Of(record)))
                    return new(AuditFault.RecordChanged, seal.Number, id);
                // What was pruned was sealed before it was said.
                if (AuditPruner.UpTo(record, digest) is { } upTo && upTo < seal.Number)
                    _prunedSaid = Math.Max(_prunedSaid, upTo);
                Records++;
            }

            return left.Count == 0 ? null : new(AuditFault.RecordAdded, seal.Number, left.Keys.Min());
        }
    }
}

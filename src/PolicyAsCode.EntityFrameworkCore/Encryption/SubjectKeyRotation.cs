using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class SubjectKeyRotation(
    ISubjectKeys keys, IEnumerable<EncryptedContext> contexts, IServiceScopeFactory scopes, TimeProvider time,
    IOptions<SubjectEncryptionOptions> options) : ISubjectKeyRotation
{
    private readonly SubjectEncryptionOptions _options = options.Value;

    public async Task<SubjectKeyRotationReport> RunAsync(CancellationToken cancel)
    {
        var total = new SubjectKeyRotationReport(0, 0, 0);
        var failures = new List<string>();
        foreach (var key in keys.Superseded())
            await TryAsync(failures, async () => total = Sum(
                total,
                await (RequestKeys.IsOne(key.Subject) ? ReleaseAsync(key, cancel) : RenewAsync(key, cancel)).ConfigureAwait(false)), cancel)
                .ConfigureAwait(false);
        await EraseAskedAsync(failures, cancel).ConfigureAwait(false);
        return failures.Count == 0 ? total : total with { Failures = failures };
    }

    /// <summary>Does one thing of many: a value that cannot be opened must not keep the keys of everybody else.</summary>
    private static async Task TryAsync(List<string> failures, Func<Task> work, CancellationToken cancel)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever is wrong with this one says nothing of the others; a database that is away does.
        catch (Exception error) when (!cancel.IsCancellationRequested && error.GetBaseException() is not DbException { IsTransient: true })
#pragma warning restore CA1031
        {
            failures.Add(error.GetType().Name);
        }
    }

    public Task<SubjectKeyRotationReport> RotateAsync(PrivacySubject subject, CancellationToken cancel)
    {
        keys.Rotate(subject);
        return RenewAsync(subject, cancel);
    }

    /// <summary>Seals everything of a person anew that an older key of theirs has sealed.</summary>
    public async Task<SubjectKeyRotationReport> RenewAsync(PrivacySubject subject, CancellationToken cancel)
    {
        var total = new SubjectKeyRotationReport(0, 0, 0);
        foreach (var key in keys.List(subject).Where(one => one.SupersededAt is not null))
            total = Sum(total, await RenewAsync(key, cancel).ConfigureAwait(false));
        return total;
    }

    /// <summary>
    /// Has the keys of a person go: they seal no longer, what the law keeps is sealed anew, and each is deleted when its
    /// grace is over and no value of it is left.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="once">Names the occasion, under which it may be asked again.</param>
    /// <param name="cancel">Stops; asked again, it goes on.</param>
    /// <returns>How many keys still wait for their grace.</returns>
    public async Task<int> EraseAsync(PrivacySubject person, string once, CancellationToken cancel)
    {
        keys.Retire(person, once);
        return (await RenewAsync(person, cancel).ConfigureAwait(false)).Waiting;
    }

    /// <summary>Does what erasures without a request have asked for.</summary>
    private Task EraseAskedAsync(List<string> failures, CancellationToken cancel) => InEachAsync(async db =>
    {
        foreach (var id in await KeyErasure.AskedAsync(db, cancel).ConfigureAwait(false))
            await TryAsync(failures, () => EraseAskedAsync(db, id, cancel), cancel).ConfigureAwait(false);
        return false;
    });

    private async Task EraseAskedAsync(DbContext db, Guid id, CancellationToken cancel)
    {
        if (await KeyErasure.FindAsync(db, id, cancel).ConfigureAwait(false) is { } asked
            && await EraseAsync(asked.Person, asked.Once, cancel).ConfigureAwait(false) == 0)
            await KeyErasure.DoneAsync(db, asked, time.GetUtcNow(), cancel).ConfigureAwait(false);
    }

    /// <summary>Deletes the key of a request of which nothing is left.</summary>
    private async Task<SubjectKeyRotationReport> ReleaseAsync(SubjectKeyState key, CancellationToken cancel)
    {
        if (key.SupersededAt + _options.Grace > time.GetUtcNow())
            return new(0, 0, 0);
        var isUsed = await InEachAsync(db => HoldsAsync(db, SealedTableColumn.OfRequests(db), [key], cancel)).ConfigureAwait(false);
        return new(0, !isUsed && keys.DeleteSuperseded(key.Subject, key.KeyId) ? 1 : 0, 0);
    }

    /// <summary>Whether any context holds a value that one of the keys has sealed.</summary>
    public Task<bool> IsUsedAsync(IReadOnlyList<SubjectKeyState> any, CancellationToken cancel) =>
        InEachAsync(db => HoldsAsync(db, SealedTableColumn.Of(db), any, cancel));

    private static async Task<bool> HoldsAsync(
        DbContext db, IReadOnlyList<SealedTableColumn> columns, IReadOnlyList<SubjectKeyState> any, CancellationToken cancel)
    {
        foreach (var column in columns)
            foreach (var key in any)
                if (await column.HoldsAsync(db, key.KeyId, cancel).ConfigureAwait(false))
                    return true;
        return false;
    }

    /// <summary>Asks each context that is sealed by these keys, until one says so.</summary>
    private async Task<bool> InEachAsync(Func<DbContext, Task<bool>> ask)
    {
        foreach (var context in contexts)
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                if (await ask((DbContext)scope.ServiceProvider.GetRequiredService(context.Type)).ConfigureAwait(false))
                    return true;
            }
        }

        return false;
    }

    private async Task<SubjectKeyRotationReport> RenewAsync(SubjectKeyState old, CancellationToken cancel)
    {
        // Looked at before the values: who still seals by it does so because its grace is not over.
        var isOver = old.SupersededAt + _options.Grace <= time.GetUtcNow();
        var resealed = 0;
        foreach (var context in contexts)
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var db = (DbContext)scope.ServiceProvider.GetRequiredService(context.Type);
                foreach (var column in SealedTableColumn.Of(db))
                    resealed += await RenewAsync(db, column, old, cancel).ConfigureAwait(false);
            }
        }

        return isOver && !await IsUsedAsync([old], cancel).ConfigureAwait(false)
            ? new(resealed, keys.DeleteSuperseded(old.Subject, old.KeyId) ? 1 : 0, 0)
            : new(resealed, 0, 1);
    }

    private async Task<int> RenewAsync(DbContext db, SealedTableColumn column, SubjectKeyState old, CancellationToken cancel)
    {
        var all = 0;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            // A key that an erasure retired has no newer one: only what is left to be sealed anew makes one.
            if (!await column.HoldsAsync(db, old.KeyId, cancel).ConfigureAwait(false) || HeirOf(old) is not { } heir)
                return all;
            var now = keys.Obtain(heir);
            // Another process has superseded it, and this one still keeps it in memory: the next run goes on.
            if (now.Id == old.KeyId)
                return all;
            var count = await column.RenewAsync(db, old.KeyId, now, _options.BatchSize, cancel).ConfigureAwait(false);
            all += count;
            if (count < _options.BatchSize)
                return all;
        }
    }

    /// <summary>
    /// In whose name is sealed anew what a key has sealed: the same person's, and after an erasure nobody's. Null where the
    /// key is gone, which another process has found nothing of.
    /// </summary>
    private PrivacySubject? HeirOf(SubjectKeyState old) =>
        // Where a store of somebody else's does not say what was retired: only that leaves a person without a key that seals.
        old.IsRetired || !keys.List(old.Subject).Any(key => key.SupersededAt is null)
            ? keys.Find(old.KeyId)?.Pseudonym()
            : old.Subject;

    private static SubjectKeyRotationReport Sum(SubjectKeyRotationReport one, SubjectKeyRotationReport other) =>
        new(one.Resealed + other.Resealed, one.Deleted + other.Deleted, one.Waiting + other.Waiting);
}

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
        foreach (var key in keys.Superseded())
            total = Sum(total, await RenewAsync(key, cancel).ConfigureAwait(false));
        return total;
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

    /// <summary>Whether any context holds a value that one of the keys has sealed.</summary>
    public async Task<bool> IsUsedAsync(IReadOnlyList<SubjectKeyState> any, CancellationToken cancel)
    {
        foreach (var context in contexts)
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var db = (DbContext)scope.ServiceProvider.GetRequiredService(context.Type);
                foreach (var column in SealedTableColumn.Of(db))
                    foreach (var key in any)
                        if (await column.HoldsAsync(db, key.KeyId, cancel).ConfigureAwait(false))
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
            if (!await column.HoldsAsync(db, old.KeyId, cancel).ConfigureAwait(false))
                return all;
            var now = keys.Obtain(old.Subject);
            // Another process has superseded it, and this one still keeps it in memory: the next run goes on.
            if (now.Id == old.KeyId)
                return all;
            var count = await column.RenewAsync(db, old.KeyId, now, _options.BatchSize, cancel).ConfigureAwait(false);
            all += count;
            if (count < _options.BatchSize)
                return all;
        }
    }

    private static SubjectKeyRotationReport Sum(SubjectKeyRotationReport one, SubjectKeyRotationReport other) =>
        new(one.Resealed + other.Resealed, one.Deleted + other.Deleted, one.Waiting + other.Waiting);
}

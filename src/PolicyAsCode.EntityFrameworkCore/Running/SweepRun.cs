using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>One retention sweep while it runs: its moment, its cutoffs, its batches, and what they came to.</summary>
public sealed class SweepRun(RetentionCalendar calendar, SweepOptions options, DateTimeOffset now)
{
    /// <summary>After so many batches, and after twice as many again and again, it is seen that they lead to an end.</summary>
    private const int FirstCheck = 64;

    private readonly ImmutableArray<SweepEntry>.Builder _entries = ImmutableArray.CreateBuilder<SweepEntry>();

    /// <summary>Anchors before it have reached a maximum (<c>for</c>).</summary>
    public RetentionCutoff Maximum(int count, RetentionUnit unit) => calendar.Maximum(new(count, unit), now);

    /// <summary>Anchors before it have served a legal minimum (<c>at-least</c>).</summary>
    public RetentionCutoff Minimum(int count, RetentionUnit unit) => calendar.Minimum(new(count, unit), now);

    /// <summary>Changes rows, a batch at a time; a dry run counts them.</summary>
    /// <param name="rule">What demands it.</param>
    /// <param name="rows">The rows, oldest first, which the change takes out of this very query.</param>
    /// <param name="change">
    /// Changes a batch by one statement, which is its own transaction: what is done stays done, whatever happens next.
    /// </param>
    /// <param name="cancel">Stops between two batches.</param>
    /// <exception cref="InvalidOperationException">The change takes no row out of the query, and would never end.</exception>
    public async Task ChangeAsync<TEntity>(
        PrivacyRule rule, IOrderedQueryable<TEntity> rows, Func<IQueryable<TEntity>, Task<int>> change,
        CancellationToken cancel)
    {
        if (options.DryRun)
        {
            await CountAsync(rule, rows, cancel).ConfigureAwait(false);
            return;
        }

        var total = 0;
        int changed, batches = 0, check = FirstCheck, left = int.MaxValue;
        do
        {
            cancel.ThrowIfCancellationRequested();
            changed = await change(rows.Take(options.BatchSize)).ConfigureAwait(false);
            total += changed;
            if (++batches == check)
            {
                check *= 2;
                await EnsureProgressAsync().ConfigureAwait(false);
            }
        }
        while (changed == options.BatchSize);
        _entries.Add(new(rule, total));

        async Task EnsureProgressAsync()
        {
            var before = left;
            left = await rows.CountAsync(cancel).ConfigureAwait(false);
            if (left > 0 && left >= before)
                throw new InvalidOperationException(
                    $"{rule.Entity} ({string.Join(", ", rule.Fields)}): {total} rows were changed and as many are left as before. "
                    + "Is the empty text stored as something else, by a value converter that never gives the same twice?");
        }
    }

    /// <summary>Changes rows of which some are gone by then, because the same sweep deletes them first.</summary>
    /// <param name="rule">What demands it.</param>
    /// <param name="rows">The rows, oldest first, which the change takes out of this very query.</param>
    /// <param name="left">Those of them that the sweep does not delete: what a dry run counts.</param>
    /// <param name="change">Changes a batch by one statement.</param>
    /// <param name="cancel">Stops between two batches.</param>
    public Task ChangeWhatIsLeftAsync<TEntity>(
        PrivacyRule rule, IOrderedQueryable<TEntity> rows, IQueryable<TEntity> left,
        Func<IQueryable<TEntity>, Task<int>> change, CancellationToken cancel) =>
        options.DryRun ? CountAsync(rule, left, cancel) : ChangeAsync(rule, rows, change, cancel);

    /// <summary>Counts rows that nothing changes: those that wait for a person's decision.</summary>
    public async Task CountAsync<TEntity>(PrivacyRule rule, IQueryable<TEntity> rows, CancellationToken cancel) =>
        _entries.Add(new(rule, await rows.CountAsync(cancel).ConfigureAwait(false)));

    /// <summary>What it came to so far.</summary>
    public SweepReport Report() => new(now, options.DryRun, _entries.ToImmutable());
}

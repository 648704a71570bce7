using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Sweeps a context once a day. Whether the day's sweep went through is read from <c>privacy_sweeps</c>, so that of several
/// nodes one does it and a restart repeats nothing; without the run time's tables each node knows only its own. What goes
/// wrong is logged, shown by the health check and tried again: it ends neither the service nor the application.
/// </summary>
internal sealed class RetentionSweepService<TContext>(
    IServiceScopeFactory scopes, TimeProvider time, RetentionSweepSettings<TContext> settings,
    RetentionSweepState<TContext> state, ILoggerFactory logs) : BackgroundService
    where TContext : DbContext
{
    /// <summary>A clock that was set, or a machine that slept, is noticed after this long.</summary>
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(15);

    private readonly ILogger _log = logs.CreateLogger(SweepLog.Category);
    private readonly RetentionSweepOptions _options = settings.Options;
    private DateTimeOffset? _notBefore;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.CatchUp)
            state.Change(now => now with { LastDone = time.GetUtcNow() });
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = _options.RetryAfter;
            try
            {
                wait = await LookAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                var kind = (failure.InnerException ?? failure).GetType().Name;
                state.Change(now => now with { Failure = kind });
                SweepLog.Failed(_log, typeof(TContext).Name, kind, time.GetUtcNow() + wait);
            }

            TellIfLate();
            try
            {
                await Task.Delay(wait < s_look ? wait : s_look, time, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Sweeps if it is time; gives how long to wait for the next look.</summary>
    private async Task<TimeSpan> LookAsync(CancellationToken stopping)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var sweep = GeneratedOperations<TContext>.Sweep!(scope.ServiceProvider);
            var schedule = new SweepSchedule(sweep.Calendar, _options.At);
            var now = time.GetUtcNow();
            var due = schedule.LastDue(now);
            var done = await LastDoneAsync(scope.ServiceProvider.GetRequiredService<TContext>(), stopping).ConfigureAwait(false);
            state.Change(was => was with { Due = due, LastDone = Later(was.LastDone, done) });
            if (state.Now.LastDone >= due)
                return Until(_notBefore = schedule.NextDue(now) + Chance(_options.Jitter));

            // Missed while nothing ran: soon, but all nodes come up at once.
            _notBefore ??= now + Chance(_options.Jitter < s_look ? _options.Jitter : s_look);
            if (now < _notBefore)
                return Until(_notBefore);

            var report = await sweep.SweepAsync(_options.Sweep, stopping).ConfigureAwait(false);
            if (report.Outcome != SweepOutcome.Done)
                return _options.RetryAfter;
            state.Change(was => was with { LastDone = report.At, Failure = null });
            return Until(_notBefore = schedule.NextDue(time.GetUtcNow()) + Chance(_options.Jitter));
        }

        TimeSpan Until(DateTimeOffset? moment) => moment is { } at && at > time.GetUtcNow() ? at - time.GetUtcNow() : TimeSpan.Zero;
    }

    private static async Task<DateTimeOffset?> LastDoneAsync(TContext db, CancellationToken cancel)
    {
        if (!SweepJournal.IsKeptIn(db))
            return null;
        var plan = SweepJournal.PlanOf(db);
        return await db.Set<PrivacySweep>().IgnoreQueryFilters()
            .Where(sweep => sweep.Plan == plan && sweep.Outcome == SweepOutcome.Done)
            .MaxAsync(sweep => (DateTimeOffset?)sweep.StartedAt, cancel).ConfigureAwait(false);
    }

    private void TellIfLate()
    {
        state.Change(was =>
        {
            var late = was.Due is { } due && !(was.LastDone >= due) ? time.GetUtcNow() - due : TimeSpan.Zero;
            return was with { Late = late, IsOverdue = late > _options.OverdueAfter };
        });
        var now = state.Now;
        SweepMetrics.Overdue(typeof(TContext).Name, now.Late);
        if (now is { IsOverdue: true, Due: { } missed })
            SweepLog.Overdue(_log, typeof(TContext).Name, missed);
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => !(one >= other) ? other ?? one : one;

    /// <summary>Each node's own, always the same: spread over nodes, and nothing that cannot be explained afterwards.</summary>
    private static TimeSpan Chance(TimeSpan most)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Environment.MachineName + "/" + typeof(TContext).Name));
        return most * (BinaryPrimitives.ReadUInt16BigEndian(hash) / (double)ushort.MaxValue);
    }
}

/// <summary>The options of one context's sweeps.</summary>
internal sealed record RetentionSweepSettings<TContext>(RetentionSweepOptions Options)
    where TContext : DbContext;

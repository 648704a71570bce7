using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Records what queries have read, when their readers are done, and statements over many rows, in the transaction in which
/// they run: where none is open, in one of their own, so that there is a record exactly where there was a change.
/// </summary>
[Audits]
internal sealed class AuditCommandInterceptor(AuditTrail trail) : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        BeforeRead(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        BeforeRead(command, eventData);
        return new(result);
    }

    // At its closing a reader still says whether it was read to its end; when it is disposed of, it is closed.
    public override InterceptionResult DataReaderClosing(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        Record(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult> DataReaderClosingAsync(
        DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        Record(command, eventData);
        return new(result);
    }

    private void Record(DbCommand command, DataReaderClosingEventData eventData)
    {
        if (eventData.Context is { } db && trail.Options.Reads && AuditSession.Of(db) is { IsSilent: false } session)
        {
            var reads = Rows(session).ToList();
            session.Read.Clear();
            if (AuditTag.Of(command.CommandText) is { Action: AuditAction.Read } tag && RowsOf(eventData) is > 0 and var rows)
                reads.AddRange(tag.Fields.Select(picked =>
                    trail.Draft(tag.Action, tag.Way, picked.Entity, picked.Fields) with { Rows = rows }));
            trail.Enqueue(reads);
        }
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (NeedsTransaction(command, eventData))
            Enter(command, eventData.Context!, eventData.Context!.Database.BeginTransaction());
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NeedsTransaction(command, eventData))
            Enter(command, eventData.Context!, await eventData.Context!.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false));
        return result;
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        // Nothing in it is asynchronous then.
        ExecutedAsync(command, eventData, result, isAsync: false, default).AsTask().GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await ExecutedAsync(command, eventData, result, isAsync: true, cancellationToken).ConfigureAwait(false);
        return result;
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Leave(eventData.Context);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Leave(eventData.Context);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    private void BeforeRead(DbCommand command, CommandEventData eventData)
    {
        if (trail.Options.Reads && eventData.Context is { } db && !AuditSession.Of(db).IsSilent
            && AuditTag.Of(command.CommandText) is { Action: AuditAction.Read })
            trail.EnsureRoom();
    }

    /// <summary>What is counted are tries: the last one of a reader that was read to its end has found no row.</summary>
    private static int RowsOf(DataReaderClosingEventData reader)
    {
        if (reader.ReadCount == 0)
            return 0;
        try
        {
            // Whoever stops at the last row is not told from whoever goes on to the end, but that there was a row is known.
            return reader.DataReader.IsClosed || reader.DataReader.Read() ? reader.ReadCount
                : Math.Max(reader.ReadCount - 1, reader.DataReader.HasRows ? 1 : 0);
        }
        catch (DbException)
        {
            return reader.ReadCount;
        }
    }

    private IEnumerable<AuditDraft> Rows(AuditSession session)
    {
        foreach (var (part, read) in session.Read)
        {
            var draft = trail.Draft(AuditAction.Read, AuditWay.Row, read.Row.Name, AuditText.Fields(part.Fields.Select(field => field.Name)))
                with { PersonKind = part.Way?.Kind, Towards = part.Way };
            if (read.People is null)
            {
                yield return draft.Again() with { Rows = read.Rows };
                continue;
            }

            foreach (var (spot, rows) in read.People)
                yield return draft.Again() with { Spot = spot, Rows = rows };
            if (read.Nobodys > 0)
                yield return draft.Again() with { Rows = read.Nobodys };
        }
    }

    private AuditTag? Writes(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is not { } db || AuditSession.Of(db).IsSilent)
            return null;
        if (AuditTag.Of(command.CommandText) is { Action: not AuditAction.Read } tag)
            return tag;
        return eventData.CommandSource switch
        {
            CommandSource.ExecuteSqlRaw => SqlText.Written(trail.ModelOf(db), command.CommandText),
            // EF Core loses the tag of an update that has parameters; the statement is its own, and says what it sets.
            CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete => SqlText.Generated(trail.ModelOf(db), command.CommandText),
            _ => null,
        };
    }

    // SQL by hand runs outside of a strategy that retries, which then takes no transaction: its record follows it.
    private bool NeedsTransaction(DbCommand command, CommandEventData eventData) =>
        Writes(command, eventData) is not null && !AuditSession.IsInTransaction(eventData.Context!)
        && (eventData.CommandSource != CommandSource.ExecuteSqlRaw
            || !eventData.Context!.Database.CreateExecutionStrategy().RetriesOnFailure);

    private static void Enter(DbCommand command, DbContext db, IDbContextTransaction transaction)
    {
        AuditSession.Of(db).Bulk = transaction;
        command.Transaction = transaction.GetDbTransaction();
    }

    private async ValueTask ExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int rows, bool isAsync, CancellationToken cancel)
    {
        if (Writes(command, eventData) is not { } tag)
            return;
        var db = eventData.Context!;
        try
        {
            var affected = rows < 0 ? (int?)null : rows;
            if (affected != 0)
                await new AuditWriter(db).WriteAsync([.. Records(db, tag, affected)], isAsync, cancel).ConfigureAwait(false);
            if (AuditSession.Of(db).Bulk is { } own)
            {
                if (isAsync)
                    await own.CommitAsync(cancel).ConfigureAwait(false);
                else
                    own.Commit();
            }
        }
        finally
        {
            Leave(db);
        }
    }

    private IEnumerable<AuditDraft> Records(DbContext db, AuditTag tag, int? rows)
    {
        var model = trail.ModelOf(db);
        foreach (var (entity, fields) in tag.Fields)
            yield return trail.Draft(tag.Action, tag.Way, entity == "?" ? "" : entity, fields) with { Rows = rows };
        if (tag.Action != AuditAction.Deleted)
            yield break;
        // What hangs on the rows goes with them, and how much that is only the database knows.
        foreach (var row in model.Rows.Where(row => tag.Fields.Any(deleted => deleted.Entity == row.Name))
            .SelectMany(row => model.CascadesFrom(row.Type)).Distinct())
            yield return trail.Draft(AuditAction.Deleted, AuditWay.Cascade, row.Name, AuditText.Fields(row.Fields.Select(field => field.Name)));
    }

    /// <summary>Ends the transaction around one statement; what is not committed is rolled back.</summary>
    private static void Leave(DbContext? db)
    {
        if (db is null || AuditSession.Of(db) is not { Bulk: { } transaction } session)
            return;
        session.Bulk = null;
        transaction.Dispose();
    }
}

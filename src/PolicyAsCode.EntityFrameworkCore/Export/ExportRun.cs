using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>One copy while it is written: one snapshot of the database, a query for each entity, row after row.</summary>
public sealed class ExportRun
{
    /// <summary>What is written at most before it is handed on, but for the last row.</summary>
    internal const int Piece = 16 * 1024;

    // Letters stay as they are; what a page would take for markup is escaped. What stores write passes the writer by, which
    // therefore cannot check.
    private static readonly JsonWriterOptions s_writing =
        new() { SkipValidation = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly DbContext _db;
    private readonly Utf8JsonWriter _json;
    private readonly ExportDocument _document;
    private readonly ExportOptions _options;
    private readonly ImmutableArray<ExportEntry>.Builder _entries = ImmutableArray.CreateBuilder<ExportEntry>();

    private readonly string _subject;
    private readonly string _id;

    // SQLite's driver never waits: to ask for a row as if it did costs as much as a tenth of reading it.
    private readonly bool _isRead;

    private ExportRun(DbContext db, Utf8JsonWriter json, ExportDocument document, ExportOptions options, string subject, string id)
    {
        (_db, _json, _document, _options, _subject, _id) = (db, json, document, options, subject, id);
        _isRead = Providers.NameOf(db) == ExportSnapshot.Sqlite;
    }

    /// <summary>Writes a copy, in one transaction that only reads (the caller's, where one is open).</summary>
    /// <param name="db">The context.</param>
    /// <param name="now">When.</param>
    /// <param name="subject">The kind of person.</param>
    /// <param name="id">The subject's key, as text.</param>
    /// <param name="policy">What the policy says of the person's data.</param>
    /// <param name="utf8Json">Where to.</param>
    /// <param name="options">What and how; null takes the defaults.</param>
    /// <param name="steps">Looks for the person, and writes their rows.</param>
    /// <param name="cancel">Breaks it off.</param>
    public static async Task<ExportReceipt> RunAsync(
        DbContext db, DateTimeOffset now, string subject, string id, ExportPolicy policy, Stream utf8Json, ExportOptions? options,
        Func<ExportRun, CancellationToken, Task<ExportOutcome>> steps, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(utf8Json);
        ArgumentNullException.ThrowIfNull(steps);
        var asked = options ?? new();
        var counting = new CountingStream(utf8Json);
        return db.Database.CurrentTransaction is not null
            ? await WriteAsync().ConfigureAwait(false)
            : await db.Database.CreateExecutionStrategy().ExecuteAsync(InOwnAsync).ConfigureAwait(false);

        async Task<ExportReceipt> InOwnAsync()
        {
            // Nobody takes back what the caller has got already: the copy is asked for anew.
            if (counting.Bytes > 0)
                throw new IOException($"The copy broke off after {counting.Bytes} bytes, and cannot be gone on with: ask for it again.");
            var transaction = await ExportSnapshot.BeginAsync(db, cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
                return await WriteAsync().ConfigureAwait(false);
        }

        async Task<ExportReceipt> WriteAsync()
        {
            // Its queries are one copy, and recorded as that; what could not be recorded is not handed out.
            AuditedOperations.EnsureRoom(db);
            using var silence = AuditSession.Of(db).Hush();
            var json = new Utf8JsonWriter(counting, s_writing);
            await using (json.ConfigureAwait(false))
            {
                var document = new ExportDocument(json, policy, asked, now, subject, id);
                var run = new ExportRun(db, json, document, asked, subject, id);
                ExportOutcome outcome;
                try
                {
                    outcome = await steps(run, cancel).ConfigureAwait(false);
                    if (outcome == ExportOutcome.Written)
                        await run.EndAsync(counting, cancel).ConfigureAwait(false);
                }
                catch
                {
                    // Or its being disposed of would hand on what is half written, and wait for whoever has gone.
                    json.Reset(Stream.Null);
                    // Whoever has got a part of it has got data of the person.
                    if (counting.Bytes > 0)
                        AuditedOperations.Exported(db, subject, id, run._entries, isBrokenOff: true);
                    throw;
                }

                if (outcome == ExportOutcome.Written)
                    AuditedOperations.Exported(db, subject, id, run._entries);
                return new(
                    subject, id, outcome, asked.Kind, now, counting.Bytes, run._entries.ToImmutable(),
                    outcome == ExportOutcome.Written ? [.. asked.Stores.Select(store => store.Name)] : []);
            }
        }
    }

    /// <summary>
    /// Writes the rows of the copy, where the subject is there, hidden or not, and not another tenant's than the context's
    /// own. Queries that only pick columns go to the database together, with the question for the subject.
    /// </summary>
    /// <param name="subject">The subject's own row.</param>
    /// <param name="queries">What the copy consists of, in its order.</param>
    /// <param name="cancel">Breaks it off.</param>
    public async Task<ExportOutcome> WriteAsync<TSubject>(
        Func<IQueryable<TSubject>> subject, IEnumerable<ExportQuery> queries, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(queries);
        var isAsked = false;
        if (!Visibility.IsUnfiltered<TSubject>(_db))
        {
            if (!await Visibility.Within(_db, subject()).AnyAsync(cancel).ConfigureAwait(false))
                return ExportOutcome.NothingFound;
            isAsked = true;
            _document.Begin();
        }

        var own = _options.Kind == ExportKind.Access ? ExportedPrivacyTables.Of(_db, _subject, _id) : [];
        var wanted = queries.Concat(own).Where(query => query.Entity.IsIn(_options.Kind))
            .Select(query => (Query: query, Columns: ExportColumns.Of(_db.Model, query, _options.Kind))).ToList();
        var compiled = new CompiledQueries(_db);
        for (var at = 0; !isAsked || at < wanted.Count;)
        {
            var statements = new JoinedStatements(_db);
            if (!isAsked)
                statements.TryAdd(compiled.Statement(subject, static rows => rows.Select(_ => 1)));
            var end = at;
            while (end < wanted.Count && IsJoined(end) && statements.TryAdd(compiled.Statement(wanted[end].Query.Rows)))
                end++;
            if (statements.Count > 0)
            {
                var reader = await statements.ReadAsync(CommandSource.FromSqlQuery, cancel).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    if (!isAsked)
                    {
                        if (!await reader.ReadAsync(cancel).ConfigureAwait(false))
                            return ExportOutcome.NothingFound;
                        isAsked = true;
                        _document.Begin();
                        if (at < end)
                            await reader.DbDataReader.NextResultAsync(cancel).ConfigureAwait(false);
                    }

                    for (; at < end && wanted[at].Columns.AreColumnsOf(reader.DbDataReader); at++)
                    {
                        await WriteAsync(wanted[at].Query.Entity, wanted[at].Columns, reader.DbDataReader, cancel).ConfigureAwait(false);
                        if (at + 1 < end)
                            await reader.DbDataReader.NextResultAsync(cancel).ConfigureAwait(false);
                    }
                }
            }

            if (at < wanted.Count && wanted[at].Columns.IsDirect == false)
                await WriteAsync(wanted[at].Query, wanted[at++].Columns, cancel).ConfigureAwait(false);

            // Whose columns nobody has seen yet, comes first, and alone.
            bool IsJoined(int next) => wanted[next].Columns.IsDirect switch
            {
                null => next == at,
                true => next == at || wanted[next - 1].Columns.IsDirect == true,
                false => false,
            };
        }

        return ExportOutcome.Written;
    }

    /// <summary>Writes rows as they come from the database.</summary>
    private async Task WriteAsync(ExportEntity entity, ExportColumns columns, DbDataReader rows, CancellationToken cancel)
    {
        var count = 0;
        while (_isRead ? Read() : await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            if (count++ == 0)
                _document.BeginEntity(entity);
            columns.Write(_json, rows);
            if (_json.BytesPending >= Piece)
                await _json.FlushAsync(cancel).ConfigureAwait(false);
        }

        End(entity, count);

        bool Read()
        {
            cancel.ThrowIfCancellationRequested();
            return rows.Read();
        }
    }

    /// <summary>Writes rows whose values EF Core puts together.</summary>
    private async Task WriteAsync(ExportQuery query, ExportColumns columns, CancellationToken cancel)
    {
        var rows = query.Rows().AsNoTracking();
        if (HasCollections(query.Entity, _db.Model.FindEntityType(query.Type)))
            rows = rows.AsSplitQuery();
        var count = 0;
        await foreach (var values in rows.AsAsyncEnumerable().WithCancellation(cancel).ConfigureAwait(false))
        {
            if (count++ == 0)
                _document.BeginEntity(query.Entity);
            columns.Write(_json, values);
            if (_json.BytesPending >= Piece)
                await _json.FlushAsync(cancel).ConfigureAwait(false);
        }

        End(query.Entity, count);
    }

    private void End(ExportEntity entity, int rows)
    {
        if (rows == 0)
            return;
        _document.EndEntity();
        _entries.Add(new(entity.Name, entity.Side, rows));
    }

    /// <summary>Whether the rows have collections in several tables of their own, whose rows one query would multiply.</summary>
    private static bool HasCollections(ExportEntity entity, IEntityType? type) => type is not null && entity.Fields.Count(field =>
        field.Items is not null && !field.Name.Contains('.', StringComparison.Ordinal)
        && type.FindNavigation(field.Name) is { } navigation && !navigation.TargetEntityType.IsMappedToJson()) > 1;

    private async Task EndAsync(CountingStream stream, CancellationToken cancel)
    {
        _document.EndData();
        foreach (var store in _options.Stores)
        {
            _document.BeginStore(store.Name);
            await _json.FlushAsync(cancel).ConfigureAwait(false);
            var value = new JsonValueStream(stream, store.Name);
            await using (value.ConfigureAwait(false))
            {
                await store.ExportAsync(_subject, _id, value, cancel).ConfigureAwait(false);
                if (value.Bytes == 0)
                    await value.WriteAsync("null"u8.ToArray(), cancel).ConfigureAwait(false);
                value.Complete();
            }

            _document.EndStore();
        }

        _document.End();
        await _json.FlushAsync(cancel).ConfigureAwait(false);
    }
}

using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using PolicyAsCode.EntityFrameworkCore;
using SweptShop;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// The copy and the erasure of a person with a thousand rows in twelve tables, beside a reader and statements as people
/// write them: warm, in one process, in turns, on the same database, each with a context or a connection of its own.
/// </summary>
internal static class OnePerson
{
    private const double Bar = 1.2;

    /// <summary><c>export [PAIRS]</c>: memory with a hundred times the rows as well.</summary>
    public static int Export(int pairs) => OnEach(database =>
    {
        var next = 0;
        var runs = Timed(pairs, () => ReadByHand(database, 1 + next++ % PeopleDatabase.Count, Stream.Null), () => Copy(database, 1 + next++ % PeopleDatabase.Count, Stream.Null));
        using var hand = new MemoryStream();
        ReadByHand(database, 1, hand);
        using var copy = new MemoryStream();
        var receipt = Copy(database, 1, copy);
        Console.WriteLine($"  {receipt.Rows:N0} rows, {copy.Length:N0} bytes by the generated, {hand.Length:N0} by hand (without what the policy says)");
        var counter = new Commands();
        Copy(database, 1, Stream.Null, counter);
        var few = counter.Count;
        using var small = new Live();
        Copy(database, 1, small);
        using var large = new Live();
        var many = Copy(database, PeopleDatabase.Count + 1, large, counter);
        var memory = (double)large.Most / small.Most;
        Timed(5, () => ReadByHand(database, PeopleDatabase.Count + 1, Stream.Null), () => Copy(database, PeopleDatabase.Count + 1, Stream.Null))
            .Print("by hand, 100,002 rows", "export, generated, 100,002 rows");
        Console.WriteLine($"  statements {few}, for {many.Rows:N0} rows {counter.Count - few}");
        Console.WriteLine($"  live memory while writing, {many.Rows:N0} rows / {receipt.Rows:N0} rows {memory:0.000}: {large.Most / 1048576.0:0.00} MB, {small.Most / 1048576.0:0.00} MB");
        return Judge("export", runs) && memory <= 1.1 && few == counter.Count - few;
    });

    /// <summary><c>erase [PAIRS]</c>, each of another person.</summary>
    public static int Erase(int pairs) => OnEach(database =>
    {
        var next = 0;
        var rows = 0;
        var runs = Timed(pairs, () => rows = EraseByHand(database, 1 + next++), () => Erase(database, 1 + next++));
        var counter = new Commands();
        var receipt = Erase(database, 1 + next++, counter);
        Console.WriteLine($"  {rows:N0} rows by hand, {receipt.Entries.Where(entry => entry.Action != PrivacyAction.Kept).Sum(entry => entry.Rows):N0} by the generated, {counter.Count} statements");
        var isGood = Judge("erase", runs) && counter.Count < 60;
        // Beside it, and no bar: what a careful person writes by hand, who looks for the person and counts what is kept until when.
        using var another = database.Another();
        next = 0;
        Timed(pairs, () => EraseByHand(another, 1 + next++, isCareful: true), () => Erase(another, 1 + next++))
            .Print("by hand, with what a receipt says", "erase, generated");
        // And what an application has of it that opens a context for each, as it does for everything.
        using var third = database.Another();
        next = 0;
        Timed(pairs, () => EraseByHand(third, 1 + next++, isCareful: true, isOnContext: true), () => Erase(third, 1 + next++))
            .Print("by hand, with it, on a context", "erase, generated");
        // And the twelve statements as an application with EF Core writes them.
        using var fourth = database.Another();
        next = 0;
        Timed(pairs, () => EraseBySql(fourth, 1 + next++), () => Erase(fourth, 1 + next++))
            .Print("by hand, ExecuteSql on a context", "erase, generated");
        return isGood;
    });

    private static int OnEach(Func<PeopleDatabase, bool> measure)
    {
        var servers = new List<string?> { null };
        if (Environment.GetEnvironmentVariable("POLICYASCODE_POSTGRES") is { Length: > 0 } server)
            servers.Add(server);
        var isGood = true;
        foreach (var at in servers)
        {
            Console.WriteLine(at is null ? "SQLite" : "PostgreSQL");
            using var database = PeopleDatabase.Create(at);
            isGood &= measure(database);
        }

        return isGood ? 0 : 1;
    }

    private static PairedRuns Timed(int pairs, Action byHand, Action generated)
    {
        PairedRuns.Time(5, byHand, generated);
        var (hand, own) = (TimeSpan.Zero, TimeSpan.Zero);
        var runs = PairedRuns.Time(pairs, Counted(byHand, spent => hand += spent), Counted(generated, spent => own += spent));
        // Beside other programs the clock says little, and what this process worked says more; the server's work is not in it.
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  own processor time {hand.TotalMilliseconds / pairs:0.00} ms by hand, {own.TotalMilliseconds / pairs:0.00} ms generated: {own / hand:0.000}"));
        return runs;
    }

    private static Action Counted(Action action, Action<TimeSpan> add) => () =>
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        add(Environment.CpuUsage.TotalTime - before);
    };

    private static bool Judge(string what, PairedRuns runs)
    {
        runs.Print("by hand", what + ", generated");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  bar {Bar}"));
        return runs.Ratio <= Bar;
    }

    private static ExportReceipt Copy(PeopleDatabase database, int person, Stream stream, params IInterceptor[] interceptors)
    {
        using var db = database.Open(interceptors);
        return new PeopleContextPrivacy(db, TimeProvider.System).ExportPersonAsync(person, stream).GetAwaiter().GetResult();
    }

    private static ErasureReceipt Erase(PeopleDatabase database, int person, params IInterceptor[] interceptors)
    {
        using var db = database.Open(interceptors);
        return new PeopleContextPrivacy(db, TimeProvider.System).ErasePersonAsync(person).GetAwaiter().GetResult();
    }

    private static void ReadByHand(PeopleDatabase database, int person, Stream stream)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(database.IsSqlite ? IsolationLevel.ReadUncommitted : IsolationLevel.RepeatableRead);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        Write("People", "Id", "Id", "At", "Name");
        foreach (var table in PeopleDatabase.Traces)
            Write(table, "PersonId", "Id", "At", "Text", "Page", "Number");
        foreach (var table in PeopleDatabase.Vouchers)
            Write(table, "PersonId", "Id", "At", "Number", "Address");
        json.WriteEndObject();

        void Write(string table, string key, params string[] columns)
        {
            using var command = Command(connection, transaction, person,
                $"SELECT {string.Join(", ", columns.Select(column => $"\"{column}\""))} FROM \"{table}\" WHERE \"{key}\" = @id ORDER BY \"Id\"");
            using var reader = command.ExecuteReader();
            json.WriteStartArray(table);
            while (reader.Read())
            {
                json.WriteStartObject();
                for (var i = 0; i < columns.Length; i++)
                {
                    if (reader.IsDBNull(i))
                        json.WriteNull(columns[i]);
                    else if (columns[i] is "Id" or "Number")
                        json.WriteNumber(columns[i], reader.GetInt32(i));
                    else if (columns[i] == "At")
                        json.WriteString(columns[i], database.IsSqlite ? new DateTimeOffset(reader.GetInt64(i), TimeSpan.Zero) : reader.GetFieldValue<DateTimeOffset>(i));
                    else
                        json.WriteString(columns[i], reader.GetString(i));
                }

                json.WriteEndObject();
                if (json.BytesPending > 16 * 1024)
                    json.Flush();
            }

            json.WriteEndArray();
        }
    }

    private static int EraseByHand(PeopleDatabase database, int person, bool isCareful = false, bool isOnContext = false)
    {
        if (isOnContext)
        {
            using var db = database.Open();
            using var own = db.Database.BeginTransaction();
            var erased = EraseByHand(database.IsSqlite, db.Database.GetDbConnection(), own.GetDbTransaction(), person, isCareful);
            own.Commit();
            return erased;
        }

        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        var rows = EraseByHand(database.IsSqlite, connection, transaction, person, isCareful);
        transaction.Commit();
        return rows;
    }

    private static int EraseByHand(bool isSqlite, DbConnection connection, DbTransaction transaction, int person, bool isCareful)
    {
        var rows = 0;
        if (isCareful)
            Ask($"SELECT 1 FROM \"People\" WHERE \"Id\" = @id{(isSqlite ? "" : " FOR UPDATE")}");
        foreach (var table in PeopleDatabase.Traces)
            rows += Run($"DELETE FROM \"{table}\" WHERE \"PersonId\" = @id");
        foreach (var table in PeopleDatabase.Vouchers)
        {
            if (isCareful)
            {
                Ask($"SELECT COUNT(*), MAX(\"At\") FROM \"{table}\" WHERE \"PersonId\" = @id AND \"At\" >= {Since()}");
                rows += Run($"DELETE FROM \"{table}\" WHERE \"PersonId\" = @id AND \"At\" < {Since()}");
            }

            rows += Run($"UPDATE \"{table}\" SET \"PersonId\" = NULL, \"Address\" = NULL WHERE \"PersonId\" = @id");
        }

        rows += Run("DELETE FROM \"People\" WHERE \"Id\" = @id");
        return rows;

        void Ask(string sql)
        {
            using var command = Command(connection, transaction, person, sql);
            using var reader = command.ExecuteReader();
            reader.Read();
        }

        // The law's ten years.
        string Since() => isSqlite
            ? ShopDatabase.Now.AddYears(-10).UtcTicks.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"timestamptz '{ShopDatabase.Now.AddYears(-10):O}'");

        int Run(string sql)
        {
            using var command = Command(connection, transaction, person, sql);
            return command.ExecuteNonQuery();
        }
    }

    private static int EraseBySql(PeopleDatabase database, int person)
    {
        using var db = database.Open();
        using var transaction = db.Database.BeginTransaction();
        var rows = 0;
        foreach (var table in PeopleDatabase.Traces)
            Run($"DELETE FROM \"{table}\" WHERE \"PersonId\" = {{0}}");
        foreach (var table in PeopleDatabase.Vouchers)
            Run($"UPDATE \"{table}\" SET \"PersonId\" = NULL, \"Address\" = NULL WHERE \"PersonId\" = {{0}}");
        Run("DELETE FROM \"People\" WHERE \"Id\" = {0}");
        transaction.Commit();
        return rows;

        void Run(string sql) => rows += db.Database.ExecuteSqlRaw(sql, person);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, int person, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("id", person);
        command.Parameters.Add(parameter);
        return command;
    }

    private sealed class Commands : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override DbCommand CommandCreated(CommandEndEventData eventData, DbCommand result)
        {
            Count++;
            return result;
        }
    }

    /// <summary>What is alive when a piece comes, at most.</summary>
    private sealed class Live : MemoryStream
    {
        private int _pieces;

        public long Most { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_pieces++ % 32 == 0)
                Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true));
            return ValueTask.CompletedTask;
        }
    }
}

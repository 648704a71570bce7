using System.Buffers.Binary;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// How a database keeps others from rows that an operation has looked at. PostgreSQL locks row by row, and a row that is
/// locked so takes no new reference. SQLite lets one write at a time, from the beginning of its transaction. Of any other
/// nothing is known but what the standard says: there a transaction is serializable.
/// </summary>
internal static class RowLocks
{
    private const string Clause = " FOR UPDATE";

    /// <summary>Whether rows are locked one by one.</summary>
    public static bool AreTakenIn(DbContext db) => Is(db, "Npgsql.EntityFrameworkCore.PostgreSQL");

    /// <summary>The isolation in which what was read stays true until the end.</summary>
    public static IsolationLevel IsolationIn(DbContext db) =>
        AreTakenIn(db) || Is(db, "Microsoft.EntityFrameworkCore.Sqlite") ? IsolationLevel.Unspecified : IsolationLevel.Serializable;

    /// <summary>A statement that locks the rows of a table that meet a condition.</summary>
    public static string Statement(string table, string condition) => $"SELECT 1 FROM {table} WHERE {condition}{Clause}";

    /// <summary>
    /// Keeps another transaction that asks for the same from going on until this one ends. Nothing where one transaction
    /// writes at a time, or what it has read stays true.
    /// </summary>
    /// <param name="db">The context, with a transaction open.</param>
    /// <param name="about">For what; two things under one number wait for each other, and do no harm.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task OneAtATimeAsync(DbContext db, string about, CancellationToken cancel)
    {
        if (!AreTakenIn(db))
            return;
        var number = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("policyascode\0" + about)));
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock({0})", [number], cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Why a hold that is placed during a caller's transaction would be missed in it, and with what to begin it instead; null
    /// where none would be. Where rows are locked it has to see what others commit; where nothing is known but the standard
    /// nobody else may commit what it would have seen.
    /// </summary>
    public static string? WhyHoldsAreMissed(DbContext db, IsolationLevel isolation)
    {
        if (AreTakenIn(db))
            return isolation is IsolationLevel.RepeatableRead or IsolationLevel.Snapshot or IsolationLevel.Serializable
                ? $"A legal hold that is placed from now on would not be seen in a transaction of isolation {isolation}, which looks at the "
                    + $"database as it was: begin it with {nameof(IsolationLevel)}.{nameof(IsolationLevel.ReadCommitted)}"
                : null;
        return IsolationIn(db) == IsolationLevel.Serializable && isolation != IsolationLevel.Serializable
            ? $"On {db.Database.ProviderName} a legal hold could be placed between the last look and the commit of a transaction of isolation "
                + $"{isolation}: begin it with {nameof(IsolationLevel)}.{nameof(IsolationLevel.Serializable)}"
            : null;
    }

    private static bool Is(DbContext db, string provider) =>
        string.Equals(Providers.NameOf(db), provider, StringComparison.Ordinal);
}

using System.Data;
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

    private static bool Is(DbContext db, string provider) =>
        string.Equals(db.Database.ProviderName, provider, StringComparison.Ordinal);
}

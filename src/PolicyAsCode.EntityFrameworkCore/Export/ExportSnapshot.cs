using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>One moment of the database, for all queries of a copy.</summary>
internal static class ExportSnapshot
{
    internal const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    public static Task<IDbContextTransaction> BeginAsync(DbContext db, CancellationToken cancel) =>
        db.Database.BeginTransactionAsync(Level(db), cancel);

    private static IsolationLevel Level(DbContext db) => Providers.NameOf(db) switch
    {
        // SQLite knows but one level, and its driver takes this word for a transaction that begins as a reader: of any
        // other it makes a writer, for which every other writer would wait. With a shared cache the word means what it
        // says, and must not be used.
        Sqlite => IsCacheShared(db) ? IsolationLevel.Serializable : IsolationLevel.ReadUncommitted,
        // What repeatable read locks there, a snapshot keeps beside; databases without row versions refuse it.
        SqlServer => IsolationLevel.Snapshot,
        _ => IsolationLevel.RepeatableRead,
    };

    private static bool IsCacheShared(DbContext db)
    {
        var said = db.Database.GetDbConnection().ConnectionString;
        // Nearly none says anything of it, and to take one apart costs as much as to begin the transaction.
        if (!said.Contains("Cache", StringComparison.OrdinalIgnoreCase))
            return false;
        var connection = new DbConnectionStringBuilder { ConnectionString = said };
        return connection.TryGetValue("Cache", out var cache)
            && string.Equals(Convert.ToString(cache, System.Globalization.CultureInfo.InvariantCulture), "Shared", StringComparison.OrdinalIgnoreCase);
    }
}

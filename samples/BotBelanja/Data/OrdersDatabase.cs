using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Data;

/// <summary>Which database a connection string means.</summary>
public static class OrdersDatabase
{
    /// <summary>The file that orders are kept in without any configuration.</summary>
    public const string DefaultConnectionString = "Data Source=botbelanja.db";

    /// <summary>PostgreSQL where the connection string names a host, SQLite otherwise.</summary>
    public static DbContextOptionsBuilder UseOrdersDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        connectionString.Split(';').Any(part => part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
            ? options.UseNpgsql(connectionString)
            : options.UseSqlite(connectionString);
}

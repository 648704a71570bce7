using Microsoft.EntityFrameworkCore;

namespace Alpokat.Data;

/// <summary>Which database a connection string means.</summary>
public static class AlpokatDatabase
{
    /// <summary>The file that is used without any configuration.</summary>
    public const string DefaultConnectionString = "Data Source=alpokat.db";

    /// <summary>PostgreSQL where the connection string names a host, SQLite otherwise.</summary>
    public static DbContextOptionsBuilder UseAlpokatDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        connectionString.Split(';').Any(part => part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
            ? options.UseNpgsql(connectionString)
            : options.UseSqlite(connectionString);
}

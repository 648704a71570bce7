using Microsoft.EntityFrameworkCore;

namespace JovaPos.Data;

/// <summary>Which database a connection string means.</summary>
public static class ShopDatabase
{
    /// <summary>The file that a shop without any configuration keeps its rows in.</summary>
    public const string DefaultConnectionString = "Data Source=jova-pos.db";

    /// <summary>PostgreSQL where the connection string names a host, SQLite otherwise.</summary>
    public static DbContextOptionsBuilder UseShopDatabase(
        this DbContextOptionsBuilder options, string connectionString) =>
        IsPostgres(connectionString) ? options.UseNpgsql(connectionString) : options.UseSqlite(connectionString);

    private static bool IsPostgres(string connectionString) =>
        connectionString.Split(';').Any(part =>
            part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase)
            || part.TrimStart().StartsWith("Server=", StringComparison.OrdinalIgnoreCase));
}

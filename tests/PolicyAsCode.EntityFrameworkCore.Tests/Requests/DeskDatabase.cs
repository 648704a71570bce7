using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>A database of a test's own, to which several nodes can connect; gone afterwards.</summary>
internal sealed class DeskDatabase : IAsyncDisposable
{
    private const string Server = "POLICYASCODE_POSTGRES";

    private readonly string? _file;
    private readonly string _connection;

    private DeskDatabase(string? file, string connection) => (_file, _connection) = (file, connection);

    public static async Task<DeskDatabase> OpenAsync(Provider provider)
    {
        var database = Create(provider);
        await using var db = database.Connect();
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    public void Configure(DbContextOptionsBuilder options, params IInterceptor[] interceptors)
    {
        if (_file is not null)
            options.UseSqlite(_connection);
        else
            options.UseNpgsql(_connection);
        options.AmongManyContexts().AddInterceptors(interceptors);
    }

    public DeskContext Connect()
    {
        var options = new DbContextOptionsBuilder<DeskContext>();
        Configure(options);
        return new(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = Connect())
            await db.Database.EnsureDeletedAsync();
        if (_file is not null)
            File.Delete(_file);
    }

    private static DeskDatabase Create(Provider provider)
    {
        if (provider == Provider.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"policy-desk-{Guid.NewGuid():N}.db");
            return new(file, new DbConnectionStringBuilder { ["Data Source"] = file, ["Pooling"] = "False" }.ConnectionString);
        }

        var server = Environment.GetEnvironmentVariable(Server);
        Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as .ci/run does");
        var own = new NpgsqlConnectionStringBuilder(server) { Database = "desk_" + Guid.NewGuid().ToString("N") };
        return new(null, own.ConnectionString);
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Statements that EF Core has made, sent to the database together: one way there and back for all of them. They run as a
/// command of the context's, so that its interceptors and its log see it.
/// </summary>
internal sealed class JoinedStatements(DbContext db)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> s_storeTypes = new();

    private readonly StringBuilder _sql = new();
    private readonly Dictionary<string, DbParameter> _parameters = new(StringComparer.Ordinal);
    private readonly bool _areTakenIn = AreTakenIn(db);

    /// <summary>Whether the database takes several statements as one command.</summary>
    public static bool AreTakenIn(DbContext db) => Providers.NameOf(db)
        is "Npgsql.EntityFrameworkCore.PostgreSQL" or "Microsoft.EntityFrameworkCore.Sqlite" or "Microsoft.EntityFrameworkCore.SqlServer";

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a statement; false where its parameters do not go with those of the others, or the database takes but one.</summary>
    public bool TryAdd(SqlStatement statement)
    {
        if (!Goes(statement.Parameters))
            return false;
        foreach (var parameter in statement.Parameters)
            _parameters.TryAdd(parameter.ParameterName, parameter);
        // A line of its own: what stands before may end with a comment.
        _sql.Append(statement.Sql).Append(Count++ == 0 && !_areTakenIn ? "" : ";\n");
        return true;
    }

    /// <summary>Runs them; their results come one after the other.</summary>
    /// <param name="source">What interceptors are told that they are.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<RelationalDataReader> ReadAsync(CommandSource source, CancellationToken cancel)
    {
        var builder = db.GetService<IRelationalCommandBuilderFactory>().Create().Append(_sql.ToString());
        foreach (var parameter in _parameters.Values)
            builder.AddRawParameter(parameter.ParameterName, parameter);
        var connection = db.GetService<IRelationalConnection>();
        var timeout = connection.CommandTimeout;
        connection.CommandTimeout = Together(timeout ?? DefaultTimeout(connection));
        try
        {
            return await builder.Build().ExecuteReaderAsync(
                new(connection, null, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), source), cancel).ConfigureAwait(false);
        }
        finally
        {
            connection.CommandTimeout = timeout;
        }
    }

    // Together they may take as long as one after the other; a day is enough for all.
    private int Together(int seconds) => Math.Max(seconds, (int)Math.Min((long)seconds * Count, 86_400));

    // What the connection string says, in seconds; 0 is for ever.
    private static int DefaultTimeout(IRelationalConnection connection)
    {
        using var command = connection.DbConnection.CreateCommand();
        return command.CommandTimeout;
    }

    private bool Goes(IReadOnlyList<DbParameter> parameters)
    {
        if (Count == 0)
            return true;
        if (!_areTakenIn)
            return false;
        foreach (var parameter in parameters)
            if (_parameters.TryGetValue(parameter.ParameterName, out var other) && !AreSame(parameter, other))
                return false;
        return true;
    }

    private static bool AreSame(DbParameter one, DbParameter other) =>
        one.DbType == other.DbType && one.Size == other.Size && Equals(one.Value, other.Value) && StoreType(one) == StoreType(other);

    // ADO.NET has one word for what PostgreSQL compares by different rules (text and citext): its driver says which.
    private static string? StoreType(DbParameter parameter) =>
        s_storeTypes.GetOrAdd(parameter.GetType(), static type => type.GetProperty("DataTypeName"))?.GetValue(parameter) as string;
}

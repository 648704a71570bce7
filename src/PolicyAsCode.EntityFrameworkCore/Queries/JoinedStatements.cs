using System.Data.Common;
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
    private readonly StringBuilder _sql = new();
    private readonly Dictionary<string, DbParameter> _parameters = new(StringComparer.Ordinal);

    /// <summary>Whether the database takes several statements as one command.</summary>
    public static bool AreTakenIn(DbContext db) => db.Database.ProviderName
        is "Npgsql.EntityFrameworkCore.PostgreSQL" or "Microsoft.EntityFrameworkCore.Sqlite" or "Microsoft.EntityFrameworkCore.SqlServer";

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a statement; false where its parameters do not go with those of the others, or the database takes but one.</summary>
    /// <param name="statement">The statement, which gives its parameters away.</param>
    public bool TryAdd(DbCommand statement)
    {
        if (Count > 0 && (!AreTakenIn(db) || statement.Parameters.Cast<DbParameter>().Any(parameter =>
            _parameters.TryGetValue(parameter.ParameterName, out var other) && !AreSame(parameter, other))))
            return false;
        var own = statement.Parameters.Cast<DbParameter>().ToList();
        statement.Parameters.Clear();
        foreach (var parameter in own)
            _parameters.TryAdd(parameter.ParameterName, parameter);
        // A line of its own: what stands before may end with a comment.
        _sql.Append(statement.CommandText).Append(Count++ == 0 && !AreTakenIn(db) ? "" : ";\n");
        return true;
    }

    /// <summary>Runs them; their results come one after the other.</summary>
    public Task<RelationalDataReader> ReadAsync(CancellationToken cancel)
    {
        // EF Core reads raw SQL as a format.
        var sql = _sql.Replace("{", "{{").Replace("}", "}}").ToString();
        var command = db.GetService<IRawSqlCommandBuilder>().Build(sql, _parameters.Values, db.Model);
        return command.RelationalCommand.ExecuteReaderAsync(
            new(
                db.GetService<IRelationalConnection>(), command.ParameterValues, null, db,
                db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery),
            cancel);
    }

    private static bool AreSame(DbParameter one, DbParameter other) =>
        one.DbType == other.DbType && one.Size == other.Size && Equals(one.Value, other.Value);
}

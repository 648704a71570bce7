using System.Data.Common;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A statement as EF Core made it, for one run.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Parameters">Its parameters, which belong to no command.</param>
internal readonly record struct SqlStatement(string Sql, IReadOnlyList<DbParameter> Parameters)
{
    /// <summary>The statement of a command, which gives its parameters away.</summary>
    public static SqlStatement Of(DbCommand command)
    {
        DbParameter[] parameters = [.. command.Parameters.Cast<DbParameter>()];
        command.Parameters.Clear();
        return new(command.CommandText, parameters);
    }
}

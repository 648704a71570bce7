using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.ModelZoo.Proof;

/// <summary>Counts the statements that change rows, and can leave one of them out: what a proof must notice.</summary>
internal sealed class StatementSkipper : DbCommandInterceptor
{
    private readonly List<(string Sql, int Rows)> _changes = [];
    private int _seen;
    private int? _skip;

    /// <summary>The statements that changed a row, by their number.</summary>
    public IEnumerable<(int Number, string Sql)> Effective =>
        _changes.Select((change, number) => (number, change)).Where(item => item.change.Rows > 0)
            .Select(item => (item.number, item.change.Sql));

    /// <summary>Starts counting anew; leaves out the statement of that number.</summary>
    public void Restart(int? skip = null)
    {
        _changes.Clear();
        (_seen, _skip) = (0, skip);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken) =>
        new(_seen++ == _skip ? InterceptionResult<int>.SuppressWithResult(0) : result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken)
    {
        _changes.Add((command.CommandText, result));
        return new(result);
    }
}

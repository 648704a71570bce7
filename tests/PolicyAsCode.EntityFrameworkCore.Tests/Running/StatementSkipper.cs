using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Running;

/// <summary>Counts the statements that change rows, and can leave one of them out: what a proof must notice.</summary>
internal sealed class StatementSkipper : DbCommandInterceptor
{
    private readonly List<(string Sql, int Rows)> _changes = [];
    private int _seen;
    private int? _skip;
    private string? _skipped;

    /// <summary>The statements that changed a row, by their number.</summary>
    public IEnumerable<(int Number, string Sql)> Effective =>
        _changes.Select((change, number) => (number, change)).Where(item => item.change.Rows > 0)
            .Select(item => (item.number, item.change.Sql));

    /// <summary>Starts counting anew; leaves out the statement of that number, however often it is tried again.</summary>
    public void Restart(int? skip = null)
    {
        _changes.Clear();
        (_seen, _skip, _skipped) = (0, skip, null);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
    {
        if (_seen++ == _skip)
            _skipped = command.CommandText;
        return new(command.CommandText == _skipped ? InterceptionResult<int>.SuppressWithResult(0) : result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken)
    {
        _changes.Add((command.CommandText, result));
        return new(result);
    }
}

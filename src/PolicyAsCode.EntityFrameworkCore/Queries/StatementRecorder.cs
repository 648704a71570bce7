using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Takes the statement of a compiled change where EF Core is about to run it, instead of running it: EF Core gives that of a
/// query away (<c>CreateDbCommand()</c>), and that of a change to nobody else. It stands where the context's log and
/// interceptors do, which see the statement when it is run, with those that it goes with.
/// </summary>
internal sealed class StatementRecorder : IRelationalCommandDiagnosticsLogger
{
    private readonly IRelationalCommandDiagnosticsLogger _logger;
    private readonly QueryContextDependencies _dependencies;
    private readonly RelationalQueryContextDependencies _relational;
    private SqlStatement? _statement;

    public StatementRecorder(DbContext db)
    {
        _logger = db.GetService<IRelationalCommandDiagnosticsLogger>();
        _dependencies = db.GetService<QueryContextDependencies>() with { CommandLogger = this };
        _relational = db.GetService<RelationalQueryContextDependencies>();
    }

    public ILoggingOptions Options => _logger.Options;

    public ILogger Logger => _logger.Logger;

    public DiagnosticSource DiagnosticSource => _logger.DiagnosticSource;

    public IDbContextLogger DbContextLogger => _logger.DbContextLogger;

    public LoggingDefinitions Definitions => _logger.Definitions;

    public IInterceptors? Interceptors => null;

    /// <summary>The statement that a compiled change would run.</summary>
    public SqlStatement Record(Func<QueryContext, int> change, Action<Dictionary<string, object?>> setParameters)
    {
        var context = new RelationalQueryContext(_dependencies, _relational);
        setParameters(context.Parameters);
        _statement = null;
        change(context);
        return _statement ?? throw new InvalidOperationException("EF Core has run a change without saying so beforehand.");
    }

    public bool ShouldLogSensitiveData() => false;

    public bool ShouldLogCommandCreate(DateTimeOffset now) => false;

    public bool ShouldLogCommandExecute(DateTimeOffset now) => true;

    public bool ShouldLogDataReaderClose(DateTimeOffset now) => false;

    public bool ShouldLogDataReaderDispose(DateTimeOffset now) => false;

    public InterceptionResult<int> CommandNonQueryExecuting(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        DateTimeOffset startTime, CommandSource commandSource)
    {
        _statement = SqlStatement.Of(command);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    public int CommandNonQueryExecuted(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        int methodResult, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource) => methodResult;

    // What follows is of readers, of scalars, of what is awaited and of commands that fail: no change that is recorded gets there.
    public InterceptionResult<DbCommand> CommandCreating(
        IRelationalConnection connection, DbCommandMethod commandMethod, DbContext? context, Guid commandId, Guid connectionId,
        DateTimeOffset startTime, CommandSource commandSource) => default;

    public DbCommand CommandCreated(
        IRelationalConnection connection, DbCommand command, DbCommandMethod commandMethod, DbContext? context, Guid commandId,
        Guid connectionId, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource) => command;

    public DbCommand CommandInitialized(
        IRelationalConnection connection, DbCommand command, DbCommandMethod commandMethod, DbContext? context, Guid commandId,
        Guid connectionId, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource) => command;

    public InterceptionResult<DbDataReader> CommandReaderExecuting(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        DateTimeOffset startTime, CommandSource commandSource) => throw NoChange();

    public InterceptionResult<object> CommandScalarExecuting(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        DateTimeOffset startTime, CommandSource commandSource) => throw NoChange();

    public ValueTask<InterceptionResult<DbDataReader>> CommandReaderExecutingAsync(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        DateTimeOffset startTime, CommandSource commandSource, CancellationToken cancellationToken) => throw NoChange();

    public ValueTask<InterceptionResult<object>> CommandScalarExecutingAsync(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        DateTimeOffset startTime, CommandSource commandSource, CancellationToken cancellationToken) => throw NoChange();

    public ValueTask<InterceptionResult<int>> CommandNonQueryExecutingAsync(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        DateTimeOffset startTime, CommandSource commandSource, CancellationToken cancellationToken) => throw NoChange();

    public DbDataReader CommandReaderExecuted(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        DbDataReader methodResult, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource) => throw NoChange();

    public object? CommandScalarExecuted(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        object? methodResult, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource) => throw NoChange();

    public ValueTask<DbDataReader> CommandReaderExecutedAsync(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        DbDataReader methodResult, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource,
        CancellationToken cancellationToken) => throw NoChange();

    public ValueTask<object?> CommandScalarExecutedAsync(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        object? methodResult, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource,
        CancellationToken cancellationToken) => throw NoChange();

    public ValueTask<int> CommandNonQueryExecutedAsync(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, Guid commandId, Guid connectionId,
        int methodResult, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource,
        CancellationToken cancellationToken) => throw NoChange();

    public void CommandError(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, DbCommandMethod executeMethod,
        Guid commandId, Guid connectionId, Exception exception, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource)
    {
    }

    public Task CommandErrorAsync(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, DbCommandMethod executeMethod,
        Guid commandId, Guid connectionId, Exception exception, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource,
        CancellationToken cancellationToken) => Task.CompletedTask;

    public void CommandCanceled(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, DbCommandMethod executeMethod,
        Guid commandId, Guid connectionId, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource)
    {
    }

    public Task CommandCanceledAsync(
        IRelationalConnection connection, DbCommand command, string logCommandText, DbContext? context, DbCommandMethod executeMethod,
        Guid commandId, Guid connectionId, DateTimeOffset startTime, TimeSpan duration, CommandSource commandSource,
        CancellationToken cancellationToken) => Task.CompletedTask;

    public InterceptionResult DataReaderDisposing(
        IRelationalConnection connection, DbCommand command, DbDataReader dataReader, Guid commandId, int recordsAffected, int readCount,
        DateTimeOffset startTime, TimeSpan duration) => default;

    public InterceptionResult DataReaderClosing(
        IRelationalConnection connection, DbCommand command, DbDataReader dataReader, Guid commandId, int recordsAffected, int readCount,
        DateTimeOffset startTime) => default;

    public ValueTask<InterceptionResult> DataReaderClosingAsync(
        IRelationalConnection connection, DbCommand command, DbDataReader dataReader, Guid commandId, int recordsAffected, int readCount,
        DateTimeOffset startTime) => default;

    private static InvalidOperationException NoChange() => new("What was compiled as a change is run as something else.");
}

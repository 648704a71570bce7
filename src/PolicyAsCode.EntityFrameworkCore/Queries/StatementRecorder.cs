using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Takes the statement of what EF Core has compiled where EF Core is about to run it, instead of running it: it stands where
/// the context's connection does, from which EF Core rents the command that it runs. Nothing is sent to the database.
/// </summary>
internal sealed class StatementRecorder(DbContext db) : IRelationalConnection
{
    private readonly QueryContextDependencies _dependencies = db.GetService<QueryContextDependencies>();
    private readonly RelationalQueryContextDependencies _relational = db.GetService<RelationalQueryContextDependencies>();
    private RecordedStatement? _recorded;

    [AllowNull]
    public string ConnectionString
    {
        get => Own.ConnectionString!;
        set => throw NoCommand();
    }

    [AllowNull]
    public DbConnection DbConnection
    {
        get => Own.DbConnection;
        set => throw NoCommand();
    }

    public DbContext Context => db;

    public Guid ConnectionId => Own.ConnectionId;

    public int? CommandTimeout
    {
        get => Own.CommandTimeout;
        set => throw NoCommand();
    }

    public IDbContextTransaction? CurrentTransaction => Own.CurrentTransaction;

    private IRelationalConnection Own => _relational.RelationalConnection;

    /// <summary>The statement that a compiled change or query would run.</summary>
    /// <param name="run">Runs it, to its end.</param>
    /// <param name="values">The values of its parameters, by their names.</param>
    public RecordedStatement Record(Action<QueryContext> run, Dictionary<string, object?> values)
    {
        var context = new RelationalQueryContext(_dependencies, _relational with { RelationalConnection = this });
        foreach (var (name, value) in values)
            context.Parameters[name] = value;
        _recorded = null;
        run(context);
        return _recorded ?? throw new InvalidOperationException("EF Core has run a statement without a command of the connection's.");
    }

    public IRelationalCommand RentCommand() => new Command(this);

    public void ReturnCommand(IRelationalCommand command)
    {
    }

    // What is recorded needs no open connection.
    public bool Open(bool errorsExpected = false) => false;

    public Task<bool> OpenAsync(CancellationToken cancellationToken, bool errorsExpected = false) => Task.FromResult(false);

    public bool Close() => false;

    public Task<bool> CloseAsync() => Task.FromResult(false);

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // What follows is asked of a connection by whoever manages it: no statement that is recorded does.
    public void SetDbConnection(DbConnection? value, bool contextOwnsConnection) => throw NoCommand();

    public IDbContextTransaction BeginTransaction(IsolationLevel isolationLevel) => throw NoCommand();

    public Task<IDbContextTransaction> BeginTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken = default) =>
        throw NoCommand();

    public IDbContextTransaction BeginTransaction() => throw NoCommand();

    public Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => throw NoCommand();

    public IDbContextTransaction? UseTransaction(DbTransaction? transaction) => throw NoCommand();

    public IDbContextTransaction? UseTransaction(DbTransaction? transaction, Guid transactionId) => throw NoCommand();

    public Task<IDbContextTransaction?> UseTransactionAsync(DbTransaction? transaction, CancellationToken cancellationToken = default) =>
        throw NoCommand();

    public Task<IDbContextTransaction?> UseTransactionAsync(
        DbTransaction? transaction, Guid transactionId, CancellationToken cancellationToken = default) => throw NoCommand();

    public void CommitTransaction() => throw NoCommand();

    public Task CommitTransactionAsync(CancellationToken cancellationToken = default) => throw NoCommand();

    public void RollbackTransaction() => throw NoCommand();

    public Task RollbackTransactionAsync(CancellationToken cancellationToken = default) => throw NoCommand();

    public void ResetState() => throw NoCommand();

    public Task ResetStateAsync(CancellationToken cancellationToken = default) => throw NoCommand();

    private static InvalidOperationException NoCommand() => new("A connection that only records was asked for more than a command.");

    /// <summary>A command that is not run: a change has changed nothing, a query has found nothing.</summary>
    private sealed class Command(StatementRecorder recorder) : IRelationalCommand
    {
        private IRelationalCommandTemplate? _template;

        public string CommandText => Template.CommandText;

        public string LogCommandText => Template.LogCommandText;

        public IReadOnlyList<IRelationalParameter> Parameters => Template.Parameters;

        private IRelationalCommandTemplate Template => _template ?? throw NoCommand();

        public void PopulateFrom(IRelationalCommandTemplate commandTemplate) => _template = commandTemplate;

        public int ExecuteNonQuery(RelationalCommandParameterObject parameterObject)
        {
            Record(parameterObject);
            return 0;
        }

        public RelationalDataReader ExecuteReader(RelationalCommandParameterObject parameterObject)
        {
            Record(parameterObject);
            using var nothing = new DataTable();
            var reader = new RelationalDataReader();
            reader.Initialize(
                recorder, recorder.DbConnection.CreateCommand(), nothing.CreateDataReader(), Guid.Empty, logger: null);
            return reader;
        }

        public DbCommand CreateDbCommand(
            RelationalCommandParameterObject parameterObject, Guid commandId, DbCommandMethod commandMethod) => throw NoCommand();

        public object? ExecuteScalar(RelationalCommandParameterObject parameterObject) => throw NoCommand();

        public Task<int> ExecuteNonQueryAsync(
            RelationalCommandParameterObject parameterObject, CancellationToken cancellationToken = default) => throw NoCommand();

        public Task<object?> ExecuteScalarAsync(
            RelationalCommandParameterObject parameterObject, CancellationToken cancellationToken = default) => throw NoCommand();

        public Task<RelationalDataReader> ExecuteReaderAsync(
            RelationalCommandParameterObject parameterObject, CancellationToken cancellationToken = default) => throw NoCommand();

        private void Record(RelationalCommandParameterObject parameters) =>
            recorder._recorded = new(Template, parameters.ParameterValues!, parameters.CommandSource);
    }
}

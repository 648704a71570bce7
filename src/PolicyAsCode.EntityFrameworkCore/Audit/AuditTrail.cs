using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The trail of one context: what its interceptors go by, and what waits to be written.</summary>
internal sealed class AuditTrail : IAuditTrail
{
    private readonly IServiceScopeFactory _scopes;
    private readonly Type _context;
    private readonly AuditFacts _facts;
    private readonly TimeProvider _time;
    private readonly IAuditActor? _actor;
    private readonly AuditQueue _queue;
    private readonly AuditSealer _sealer;
    private readonly AuditPruner _pruner;
    private readonly AuditVerifier _verifier;
    private readonly ConditionalWeakTable<IModel, AuditModel> _models = [];

    public AuditTrail(
        IServiceScopeFactory scopes, Type context, AuditFacts facts, AuditOptions options, TimeProvider time,
        IAuditActor? actor, IAuditAnchor? anchor)
    {
        (_scopes, _context, _facts, _time, _actor, Options) = (scopes, context, facts, time, actor, options);
        var digest = new AuditDigest(options.Key);
        _queue = new(this, options.Backlog);
        _sealer = new(time, digest, anchor);
        _pruner = new(this, time, digest);
        _verifier = new(digest, anchor);
        // Always the same ones: EF Core compares some of them to tell one model from another.
        Interceptors =
        [
            new AuditSaveInterceptor(this), new AuditCommitInterceptor(this), new AuditCommandInterceptor(this),
            new AuditRowInterceptor(this), new AuditQueryInterceptor(this),
        ];
    }

    public AuditOptions Options { get; }

    /// <summary>Whether the chain is another than the one that the anchor was told of.</summary>
    public bool IsReplaced => _sealer.IsReplaced;

    public AuditFacts Facts => _facts;

    public IInterceptor[] Interceptors { get; }

    public bool IsOf(Type context) => _context == context;

    /// <summary>The trail that a context's options have; null where they have none.</summary>
    public static AuditTrail? Of(DbContext db) =>
        InterceptorsOf(db).OfType<AuditSaveInterceptor>().FirstOrDefault()?.Trail;

    public static IEnumerable<IInterceptor> InterceptorsOf(DbContext db) =>
        db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors ?? [];

    public AuditModel ModelOf(DbContext db) => ModelOf(db.Model);

    public AuditModel ModelOf(IModel model) =>
        _models.GetValue(model, one => new(one, _facts, Options.Everything));

    public AuditDraft Draft(AuditAction action, AuditWay way, string entity, string fields)
    {
        var actor = _actor?.Current ?? AuditActor.Of(AppDomain.CurrentDomain.FriendlyName);
        // A record that no column could hold would keep all that come after it from being written.
        return new(
            _time.GetUtcNow(), action, way,
            new(AuditText.Cut(actor.Kind, PrivacyTables.TermLength), AuditText.Key(actor.Id)),
            AuditText.Cut(AuditScope.Current ?? AuditScope.Text(_actor?.Purposes ?? []), PrivacyAuditTable.FieldsLength),
            Activity.Current?.TraceId.ToHexString(), AuditText.Cut(entity, PrivacyTables.SubjectIdLength), fields);
    }

    public void Enqueue(IEnumerable<AuditDraft> reads) => _queue.Add(reads);

    /// <summary>Refuses to hand out what could not be recorded.</summary>
    public void EnsureRoom() => _queue.EnsureRoom();

    public IDisposable For(params string[] purposes)
    {
        ArgumentNullException.ThrowIfNull(purposes);
        return new AuditScope(purposes);
    }

    public Task RecordAsync(
        AuditAction action, string entity, IEnumerable<string> fields, PrivacySubject? person, int? rows, CancellationToken cancel)
    {
        entity.Fitting(PrivacyTables.SubjectIdLength);
        var draft = Draft(action, AuditWay.Stated, entity, AuditText.Fields(fields)) with
        {
            PersonKind = person?.Kind, PersonId = person?.Id, Rows = rows,
        };
        return RunAsync(db => new AuditWriter(db).WriteAllAsync([draft], cancel));
    }

    public Task FlushAsync(CancellationToken cancel) => _queue.FlushAsync(cancel);

    public async Task<int> SealAsync(CancellationToken cancel)
    {
        var scope = _scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await _sealer.SealAsync(Of(scope.ServiceProvider), cancel).ConfigureAwait(false);
    }

    public async Task<AuditVerification> VerifyAsync(CancellationToken cancel)
    {
        AuditVerification? found = null;
        await RunAsync(async db => found = await _verifier.VerifyAsync(db, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        return found!;
    }

    public async Task<IReadOnlyList<PrivacyAuditRecord>> AboutAsync(string subject, string subjectId, CancellationToken cancel)
    {
        List<PrivacyAuditRecord> records = [];
        await RunAsync(async db =>
        {
            var people = AuditPeople.Of(db, subject, subjectId).Select(person => person.Pseudonym);
            records = await db.Set<PrivacyAuditRecord>().IgnoreQueryFilters().AsNoTracking()
                .Where(record => people.Contains(record.Person)).OrderByDescending(record => record.Id)
                .ToListAsync(cancel).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return records;
    }

    public async Task<PrivacySubject?> WhoAsync(string pseudonym, CancellationToken cancel)
    {
        PrivacyAuditPerson? found = null;
        await RunAsync(async db => found = await db.Set<PrivacyAuditPerson>().IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(person => person.Pseudonym == pseudonym, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        return found is null ? null : new(found.Kind, found.SubjectId);
    }

    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancel)
    {
        var gone = 0;
        await RunAsync(async db => gone = await _pruner.PruneAsync(db, before, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        return gone;
    }

    /// <summary>Runs a piece of work on a context of its own, of which nothing is recorded but what it records itself.</summary>
    internal async Task RunAsync(Func<DbContext, Task> work)
    {
        var scope = _scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var db = Of(scope.ServiceProvider);
            using (AuditSession.Of(db).Hush())
                await work(db).ConfigureAwait(false);
        }
    }

    /// <summary>A context of its own, for as long as the scope lasts.</summary>
    internal (AsyncServiceScope Scope, DbContext Db) Open()
    {
        var scope = _scopes.CreateAsyncScope();
        return (scope, Of(scope.ServiceProvider));
    }

    private DbContext Of(IServiceProvider services) => (DbContext)services.GetRequiredService(_context);
}

using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.ModelZoo.Proof;

/// <summary>A shape of model: how its context, and what was generated for it, are made.</summary>
public abstract class Shape(string name)
{
    public string Name { get; } = name;

    public static Shape Of<TContext, TPrivacy>(
        Func<DbContextOptions<TContext>, TContext> open, Func<TContext, TimeProvider, TPrivacy> privacy)
        where TContext : DbContext, IZoo
        where TPrivacy : IRetentionSweep, ISubjectErasure, ISubjectExport, IModelCheck =>
        new Typed<TContext, TPrivacy>(open, privacy);

    public abstract IZoo Open(Action<DbContextOptionsBuilder> configure);

    public abstract ISubjectErasure Erasure(IZoo db, DateTimeOffset now);

    public abstract ISubjectExport Export(IZoo db, DateTimeOffset now);

    public abstract IRetentionSweep Sweep(IZoo db, DateTimeOffset now);

    public abstract IModelCheck Check(IZoo db);

    private sealed class Typed<TContext, TPrivacy>(
        Func<DbContextOptions<TContext>, TContext> open, Func<TContext, TimeProvider, TPrivacy> privacy)
        : Shape(typeof(TContext).Name.Replace("Context", "", StringComparison.Ordinal))
        where TContext : DbContext, IZoo
        where TPrivacy : IRetentionSweep, ISubjectErasure, ISubjectExport, IModelCheck
    {
        public override IZoo Open(Action<DbContextOptionsBuilder> configure)
        {
            var options = new DbContextOptionsBuilder<TContext>();
            configure(options);
            return open(options.Options);
        }

        public override ISubjectErasure Erasure(IZoo db, DateTimeOffset now) => privacy((TContext)db, new FixedTime(now));

        public override ISubjectExport Export(IZoo db, DateTimeOffset now) => privacy((TContext)db, new FixedTime(now));

        public override IRetentionSweep Sweep(IZoo db, DateTimeOffset now) => privacy((TContext)db, new FixedTime(now));

        public override IModelCheck Check(IZoo db) => privacy((TContext)db, TimeProvider.System);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

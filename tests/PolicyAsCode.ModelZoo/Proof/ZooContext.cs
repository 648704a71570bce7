using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.ModelZoo.Proof;

/// <summary>The base of most shapes.</summary>
public abstract class ZooContext(DbContextOptions options) : DbContext(options), IZoo
{
    /// <summary>Another person, who is there before: for rows that are of two people.</summary>
    public static Somebody Friend { get; } = new("budi", 7002, IsHidden: false, ZooProof.Now.AddDays(-1));

    public virtual string Subject => "customer";

    public virtual IEnumerable<string> Kept => [];

    public virtual bool IsSwept => true;

    public virtual IEnumerable<string> NotInCopies => [];

    public virtual string SubjectId(Somebody who) => FormattableString.Invariant($"{who.Number}");

    public virtual IEnumerable<object> Common() => [];

    public abstract IEnumerable<object> RowsOf(Somebody who);

    public virtual Task LinkAsync(Somebody who) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        // PostgreSQL orders moments by itself: the proof runs over both ways of storing them.
        if (Database.IsSqlite())
            builder.UsePrivacyConversions();
    }
}

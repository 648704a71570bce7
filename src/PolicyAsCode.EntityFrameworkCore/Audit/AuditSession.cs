using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What the interceptors know of one context between two of its events.</summary>
internal sealed class AuditSession
{
    private static readonly ConditionalWeakTable<DbContext, AuditSession> s_all = [];

    private int _silence;

    /// <summary>The changes that are being saved.</summary>
    public List<PendingChange> Saving { get; } = [];

    /// <summary>Whether they are recorded when EF Core's own transaction commits, and not after the save.</summary>
    public bool WritesOnCommit { get; set; }

    /// <summary>What the application has set, while this save asks for a transaction.</summary>
    public AutoTransactionBehavior? Before { get; set; }

    /// <summary>The rows that a query has made so far.</summary>
    public Dictionary<AuditedPart, ReadRows> Read { get; } = [];

    /// <summary>The transaction around one bulk statement.</summary>
    public IDbContextTransaction? Bulk { get; set; }

    /// <summary>Whether what runs now is recorded by whoever runs it.</summary>
    public bool IsSilent => _silence > 0;

    // GetOrCreateValue() would look for the constructor by reflection, anew after each full collection.
    public static AuditSession Of(DbContext db) => s_all.GetValue(db, static _ => new());

    /// <summary>Whether a transaction is open: EF Core's, one that it was given, or one of the surroundings.</summary>
    public static bool IsInTransaction(DbContext db) =>
        db.Database.CurrentTransaction is not null
        || db.GetService<IDbContextTransactionManager>() is ITransactionEnlistmentManager { EnlistedTransaction: not null }
        || System.Transactions.Transaction.Current is not null;

    /// <summary>Records nothing of its own until it is disposed.</summary>
    public Silence Hush()
    {
        _silence++;
        return new(this);
    }

    public readonly struct Silence(AuditSession session) : IDisposable
    {
        public void Dispose() => session._silence--;
    }
}

/// <summary>A change that is being saved.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Row">The row.</param>
/// <param name="Entry">The row in the change tracker, for a key that the database makes.</param>
/// <param name="Part">Whose it is.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Spot">Where the way to the person begins; null where it begins at a key that the database makes, or nowhere.</param>
/// <param name="IsTemporary">Whether a key on the way is made by the database.</param>
internal sealed record PendingChange(
    AuditAction Action, AuditedRow Row, EntityEntry Entry, AuditedPart Part, string Fields, PersonSpot? Spot, bool IsTemporary)
{
    public AuditWay Way { get; init; } = AuditWay.Row;
}

/// <summary>The rows of an entity that a query has made.</summary>
internal sealed class ReadRows(AuditedRow row)
{
    public AuditedRow Row => row;

    /// <summary>How many rows of whom; null once they are too many.</summary>
    public Dictionary<PersonSpot, int>? People { get; set; } = [];

    public int Nobodys { get; set; }

    public int Rows { get; set; }
}

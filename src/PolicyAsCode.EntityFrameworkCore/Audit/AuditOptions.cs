namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How access and change are recorded.</summary>
public sealed class AuditOptions
{
    /// <summary>Whether every personal field is recorded, and not only those of which the policy says so.</summary>
    public bool Everything { get; set; }

    /// <summary>Whether reads are recorded. Without them the trail tells of changes only.</summary>
    public bool Reads { get; set; } = true;

    /// <summary>
    /// Of how many people a query names each; one that reads more is recorded as one record with the number of rows.
    /// </summary>
    public int PeoplePerQuery { get; set; } = 100;

    /// <summary>
    /// How many reads may wait to be written. When it is full, personal data is not handed out: a read that cannot be
    /// recorded does not happen.
    /// </summary>
    public int Backlog { get; set; } = 10_000;

    /// <summary>How often what was recorded is written and sealed.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long records are kept, which are personal data themselves; null keeps them.</summary>
    public TimeSpan? KeepFor { get; set; }

    /// <summary>
    /// A key (32 bytes or more) that lies outside of the database: with it, whoever writes to the database cannot make
    /// seals that fit. Null chains by SHA-256 alone.
    /// </summary>
    public byte[]? Key { get; set; }
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// One thing that was done with personal data. People are in it by pseudonyms only, which a table of its own resolves
/// until they are erased; values are never in it.
/// </summary>
public sealed class PrivacyAuditRecord
{
    /// <summary>Its number; by it, records are in the order in which they were made.</summary>
    public Guid Id { get; internal init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; internal init; }

    /// <summary>What was done.</summary>
    public AuditAction Action { get; internal init; }

    /// <summary>By which way.</summary>
    public AuditWay Way { get; internal init; }

    /// <summary>The kind of who did it: of a person, or <see cref="AuditActor.Process"/>.</summary>
    public string ActorKind { get; internal init; } = "";

    /// <summary>Who did it: the pseudonym of a person, or the name of a process.</summary>
    public string Actor { get; internal init; } = "";

    /// <summary>For which purposes, with commas; empty where nothing says so.</summary>
    public string Purposes { get; internal init; } = "";

    /// <summary>The entity, as the code calls it; empty where nobody can tell.</summary>
    public string Entity { get; internal init; } = "";

    /// <summary>The personal fields, with commas.</summary>
    public string Fields { get; internal init; } = "";

    /// <summary>The kind of person whose it was; null where that is not known.</summary>
    public string? PersonKind { get; internal init; }

    /// <summary>The pseudonym of the person whose it was; null where that is not known.</summary>
    public string? Person { get; internal init; }

    /// <summary>How many rows; null where that is not known.</summary>
    public int? Rows { get; internal init; }

    /// <summary>The trace that it belongs to, of the request that was served; null where there is none.</summary>
    public string? Trace { get; internal init; }

    /// <summary>More, in words of the run time: a rule of the policy, or which seals were pruned.</summary>
    public string? Detail { get; internal init; }

    /// <summary>The seal that it is under; null until it is sealed.</summary>
    public long? Seal { get; internal set; }
}

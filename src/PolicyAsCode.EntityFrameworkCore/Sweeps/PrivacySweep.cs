namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>One run of a retention sweep, for the record: when, where, how it ended.</summary>
public sealed class PrivacySweep
{
    private PrivacySweep()
    {
    }

    internal PrivacySweep(Guid id, string plan, string node, DateTimeOffset at) =>
        (Id, Plan, Node, StartedAt) = (id, plan, node, at);

    /// <summary>Its number.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose rules it followed: the name of the context.</summary>
    public string Plan { get; private init; } = "";

    /// <summary>The name of the machine that ran it.</summary>
    public string Node { get; private init; } = "";

    /// <summary>When it began; also the moment whose expiries counted.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it ended; null while it runs, and where the process ended first.</summary>
    public DateTimeOffset? EndedAt { get; private init; }

    /// <summary>How it ended.</summary>
    public SweepOutcome Outcome { get; private init; } = SweepOutcome.Begun;
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// One batch of a retention sweep, written in the transaction that changed the rows: there is a record exactly where
/// there was a change. Rows are counted; which ones they were would be a copy of what had to go.
/// </summary>
public sealed class PrivacySweepBatch
{
    private PrivacySweepBatch()
    {
    }

    internal PrivacySweepBatch(Guid id, Guid sweepId, PrivacyRule rule, int rows, DateTimeOffset at) =>
        (Id, SweepId, Entity, Action, Fields, Reason, Source, Rows, At) = (
            id, sweepId, rule.Entity, rule.Action, string.Join(", ", rule.Fields), rule.Reason,
            string.Join(", ", rule.Clauses.Append(rule.Policy).Where(part => part.Length > 0)), rows, at);

    /// <summary>Its number.</summary>
    public Guid Id { get; private init; }

    /// <summary>The run that it belongs to.</summary>
    public Guid SweepId { get; private init; }

    /// <summary>The entity, as the code calls it.</summary>
    public string Entity { get; private init; } = "";

    /// <summary>What happened to the rows.</summary>
    public PrivacyAction Action { get; private init; }

    /// <summary>The fields that were emptied, with commas; empty for whole rows.</summary>
    public string Fields { get; private init; } = "";

    /// <summary>Why, in words.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The clauses, and where the policy says so.</summary>
    public string Source { get; private init; } = "";

    /// <summary>How many rows.</summary>
    public int Rows { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }
}

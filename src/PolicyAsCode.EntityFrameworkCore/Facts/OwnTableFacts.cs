using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What the policy says of a table of the run time's own.</summary>
/// <param name="Table">Which.</param>
/// <param name="Subjects">The kinds of people whom it is about; empty for all.</param>
/// <param name="Purposes">Of consents, for which purposes; empty for all.</param>
/// <param name="AtMost">The maximum; null where none is stated.</param>
/// <param name="AtLeast">The legal minimum; null where none is stated.</param>
/// <param name="Then">What happens when the time is over.</param>
/// <param name="Says">What the policy says, in words.</param>
/// <param name="Policy">Where it says so, as reports and receipts name it.</param>
public sealed record OwnTableFacts(
    OwnTable Table, ImmutableArray<string> Subjects, ImmutableArray<string> Purposes, RetentionPeriod? AtMost,
    RetentionPeriod? AtLeast, RetentionEnd Then, string Says, string Policy);

/// <summary>A table of the run time's own of which a policy says how long it is kept.</summary>
public enum OwnTable
{
    /// <summary>What people agreed to, from the day on which it was taken back.</summary>
    Consents,

    /// <summary>What people asked for, from the day on which it was closed.</summary>
    Requests,
}

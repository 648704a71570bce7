namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How the outbox is worked off.</summary>
public sealed class PrivacyOutboxOptions
{
    /// <summary>How often is looked for something to do.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a message is one node's own. A try is cut off at four fifths of it, so that another node does not begin
    /// while the first still tries; clocks of nodes may differ by the rest.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a message is tried before it is given up, and a person must look.</summary>
    public int MaxAttempts { get; set; } = 12;

    /// <summary>How long after the first try the second one comes; each further one after twice as long.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest time between two tries.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How many messages are looked up at once.</summary>
    public int BatchSize { get; set; } = 20;

    /// <summary>How long after that many tries the next one comes.</summary>
    internal TimeSpan DelayAfter(int attempts) =>
        TimeSpan.FromTicks((long)Math.Min(LongestDelay.Ticks, FirstDelay.Ticks * Math.Pow(2, Math.Max(0, attempts - 1))));
}

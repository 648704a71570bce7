namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How keys are rotated and deleted.</summary>
public sealed class SubjectEncryptionOptions
{
    /// <summary>
    /// How long a superseded key is kept after it sealed last: longer than another process keeps a key in memory and a
    /// transaction can take together, so that no row is stored under a key that is gone.
    /// </summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many values are sealed anew in one transaction.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How often is looked for values to be sealed anew.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(10);
}

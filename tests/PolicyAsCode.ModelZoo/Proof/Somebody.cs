namespace PolicyAsCode.ModelZoo.Proof;

/// <summary>A person whose rows a shape seeds: all that is personal says the name, all keys begin with the number.</summary>
/// <param name="Name">What every personal text of the person contains.</param>
/// <param name="Number">The person's key.</param>
/// <param name="IsHidden">Whether the rows are deleted softly.</param>
/// <param name="At">When everything happened from which retention counts.</param>
public sealed record Somebody(string Name, int Number, bool IsHidden, DateTimeOffset At)
{
    /// <summary>When that happened of which the legal minimum is over, in years before everything else.</summary>
    public int YearsBefore { get; init; } = 20;

    /// <summary>When it was.</summary>
    public DateTimeOffset LongAgo => At.AddYears(-YearsBefore);

    /// <summary>The key as a Guid.</summary>
    public Guid Guid => new(Number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    /// <summary>A key of another row of the person.</summary>
    public int Key(int number) => Number * 100 + number;

    /// <summary>Some personal text.</summary>
    public string Text(string what) => $"{Name}'s {what}";
}

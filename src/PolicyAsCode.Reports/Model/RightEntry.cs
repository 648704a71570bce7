namespace PolicyAsCode.Reports.Model;

/// <summary>A right, and how it is served.</summary>
/// <param name="Right">The right.</param>
internal sealed record RightEntry(Named Right)
{
    /// <summary>The longest answer time; null where not said.</summary>
    public Duration? Within { get; init; }

    /// <summary>The same in words, with from when it counts and by how much it may be late; empty where not said.</summary>
    public string Time { get; init; } = "";

    /// <summary>What the notice promises, where that differs; null where it does not.</summary>
    public string? Promised { get; init; }

    /// <summary>What laws ask: <c>UU PDP art. 40: 3 days</c>.</summary>
    public ImmutableArray<string> Laws { get; init; } = [];

    /// <summary>Ways in.</summary>
    public ImmutableArray<Named> Channels { get; init; } = [];

    /// <summary>How it goes on, step by step, in words.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>To whom the notice promises it; empty is everyone.</summary>
    public ImmutableArray<Named> People { get; init; } = [];

    /// <summary>By which clause.</summary>
    public required Origin Origin { get; init; }
}

using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>A declared member that is read.</summary>
/// <param name="Member">The member.</param>
public sealed record UseFacts(string Member)
{
    /// <summary>What it holds.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>For which purposes; none where they are the caller's.</summary>
    public ImmutableArray<string> Purposes { get; init; } = [];

    /// <summary>The gates that every path to it has proved.</summary>
    public ImmutableArray<string> Proved { get; init; } = [];

    /// <summary>Whether it is only asked whether there is a value.</summary>
    public bool IsPresenceTest { get; init; }

    /// <summary>Whether the value is only carried into a member that is declared to hold as much.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The methods on the way behind the summarised one.</summary>
    public ImmutableArray<string> Path { get; init; } = [];
}

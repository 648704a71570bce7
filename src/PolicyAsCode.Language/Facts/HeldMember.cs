using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>A property or field that holds personal data.</summary>
/// <param name="Member">Its documentation comment id.</param>
/// <param name="Categories">What it holds, as keys of the vocabulary.</param>
public sealed record HeldMember(string Member, ImmutableArray<string> Categories)
{
    /// <summary>Whose data; empty where nobody says.</summary>
    public ImmutableArray<string> Subjects { get; init; } = [];

    /// <summary>Whether it is a column.</summary>
    public bool IsStored { get; init; }
}

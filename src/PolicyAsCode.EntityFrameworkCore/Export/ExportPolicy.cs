using System.Collections.Immutable;
using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What the policy says of a kind of person's data: what a copy by the right of access has to tell them.</summary>
/// <param name="Name">The policy's name.</param>
/// <param name="Version">Its number.</param>
/// <param name="Controller">Who answers for it.</param>
/// <param name="Subject">The kind of person.</param>
/// <param name="Categories">The categories of data.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportPolicy(
    string Name, int Version, string Controller, ExportTerm Subject, ImmutableArray<ExportCategory> Categories)
{
    /// <summary>Where the controller is reached by mail; null where not said.</summary>
    public string? Email { get; init; }

    /// <summary>Where it is reached by phone; null where not said.</summary>
    public string? Phone { get; init; }

    /// <summary>How its data protection officer is reached; null where not said.</summary>
    public string? Officer { get; init; }

    /// <summary>What the person can ask for, in the policy's words.</summary>
    public ImmutableArray<string> Rights { get; init; } = [];
}

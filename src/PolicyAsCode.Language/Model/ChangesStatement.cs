using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>How people learn of changes to the notice (GDPR Art. 13(3), UU PDP art. 21(2)).</summary>
public sealed record ChangesStatement : Statement
{
    /// <summary>Whether a change is published.</summary>
    public bool IsPublished { get; init; }

    /// <summary>How people are told: <c>email</c>, <c>sms</c>, <c>post</c>, <c>in-app</c>; empty says nothing of it.</summary>
    public ImmutableArray<string> Notify { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>When people are told of a material change; null where not said.</summary>
    public Announcement? Material { get; init; }

    /// <summary>The day that the notice shows as its last change; null where not said.</summary>
    public CalendarDate? LastUpdated { get; init; }
}

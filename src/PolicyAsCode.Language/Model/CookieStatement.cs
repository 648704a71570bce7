using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>Who reads a cookie or tracker.</summary>
public enum CookieParty
{
    /// <summary>The site that sets it.</summary>
    First,

    /// <summary>Somebody else.</summary>
    Third,
}

/// <summary>
/// A cookie or tracker that the application may set (ePrivacy Directive Art. 5(3): consent, unless it is strictly
/// necessary).
/// </summary>
public sealed record CookieStatement : Statement
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the service cannot work without it.</summary>
    public bool Essential { get; init; }

    /// <summary>For which purposes.</summary>
    public ImmutableArray<Term> Purposes { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>The proof that must have been given before it is set; null where none.</summary>
    public Term? After { get; init; }

    /// <summary>How long it stays; null where not said.</summary>
    public Duration? Keep { get; init; }

    /// <summary>Who reads it, where it is somebody else; null where not said.</summary>
    public Term? Recipient { get; init; }

    /// <summary>Whether it is the site's own; null where not said.</summary>
    public CookieParty? Party { get; init; }

    /// <summary>Where it can be refused: <c>in-browser</c>, <c>in-settings</c>; empty says nothing of it.</summary>
    public ImmutableArray<string> Refusable { get; init; } = ImmutableArray<string>.Empty;
}

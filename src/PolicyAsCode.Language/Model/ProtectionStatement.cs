using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>How data is protected (GDPR Art. 32, UU PDP art. 35).</summary>
public enum Protection
{
    /// <summary>Stored encrypted.</summary>
    EncryptedAtRest,

    /// <summary>Sent encrypted.</summary>
    EncryptedInTransit,

    /// <summary>Never in a log in the clear.</summary>
    RedactedInLogs,

    /// <summary>Stored only as a password hasher leaves it.</summary>
    Hashed,

    /// <summary>Shown only to people who are authorised.</summary>
    AuthorisedOnly,

    /// <summary>Each access and change is recorded.</summary>
    Audited,
}

/// <summary>A protection of many categories at once: <c>{ data: [payment], protect: encrypted-at-rest }</c>.</summary>
public sealed record ProtectionStatement : Statement
{
    /// <summary>The categories, narrower ones included; empty is all.</summary>
    public ImmutableArray<Term> Categories { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>How they are protected.</summary>
    public ImmutableArray<Protection> Protect { get; init; } = ImmutableArray<Protection>.Empty;

    /// <summary>The technical standard that is promised, such as <c>AES-256</c>; null where not said.</summary>
    public string? Standard { get; init; }

    /// <summary>Whether it protects the category.</summary>
    public bool Covers(Term category) => Categories.IsEmpty || Categories.Any(category.IsWithin);
}

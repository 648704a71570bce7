namespace PolicyAsCode.Language.Model;

/// <summary>The contact point that the notice names (GDPR Art. 13(1)(a)).</summary>
public sealed record ContactStatement : Statement
{
    /// <summary>Its e-mail address; null where not said.</summary>
    public string? Email { get; init; }

    /// <summary>Its telephone number; null where not said.</summary>
    public string? Phone { get; init; }

    /// <summary>Its postal address; null where not said.</summary>
    public string? Address { get; init; }
}

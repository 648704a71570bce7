namespace PolicyAsCode.Language.Model;

/// <summary>On which ground data of a special category is processed (GDPR Art. 9(2)).</summary>
public enum SpecialBasis
{
    /// <summary>The person agreed in so many words (a).</summary>
    ExplicitConsent,

    /// <summary>Employment and social protection law (b).</summary>
    EmploymentLaw,

    /// <summary>Vital interests of somebody who cannot consent (c).</summary>
    VitalInterests,

    /// <summary>A foundation, association or other body without profit, of its members (d).</summary>
    Nonprofit,

    /// <summary>The person has manifestly made it public (e).</summary>
    MadePublic,

    /// <summary>Legal claims (f).</summary>
    LegalClaims,

    /// <summary>Substantial public interest, by law (g).</summary>
    PublicInterest,

    /// <summary>Health or social care (h).</summary>
    HealthCare,

    /// <summary>Public health (i).</summary>
    PublicHealth,

    /// <summary>Archives, research and statistics (j).</summary>
    Research,
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Why data of a person is not used.</summary>
public enum PrivacyRestrictionKind
{
    /// <summary>It was restricted: kept, and not used (GDPR Art. 18, UU PDP art. 11).</summary>
    Restriction,

    /// <summary>The person objected (GDPR Art. 21, UU PDP art. 10).</summary>
    Objection,
}

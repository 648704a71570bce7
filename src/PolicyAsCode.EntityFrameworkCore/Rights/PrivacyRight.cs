namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a person asks for (GDPR Art. 7(3) and 15 to 21, UU PDP art. 6 to 13).</summary>
public enum PrivacyRight
{
    /// <summary>A copy of what is held about them.</summary>
    Access,

    /// <summary>A copy that another controller's machine can read.</summary>
    Portability,

    /// <summary>That something wrong is put right.</summary>
    Rectification,

    /// <summary>That everything about them goes.</summary>
    Erasure,

    /// <summary>That their data is kept and not used.</summary>
    Restriction,

    /// <summary>That their data is not used for a purpose any longer.</summary>
    Objection,

    /// <summary>That they no longer agree to a purpose.</summary>
    ConsentWithdrawal,
}

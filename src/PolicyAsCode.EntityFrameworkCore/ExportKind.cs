namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>By which right a copy is asked for.</summary>
public enum ExportKind
{
    /// <summary>All that there is of the person, and what the policy says of it (GDPR Art. 15, UU PDP art. 7).</summary>
    Access,

    /// <summary>
    /// What the person has provided, and is processed by consent or for a contract (GDPR Art. 20, UU PDP art. 13).
    /// </summary>
    Portability,
}

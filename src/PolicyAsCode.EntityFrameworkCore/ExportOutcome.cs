namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How an export ended.</summary>
public enum ExportOutcome
{
    /// <summary>The copy is complete.</summary>
    Written,

    /// <summary>There is nobody with that key; nothing was written.</summary>
    NothingFound,
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a person is told.</summary>
internal enum PrivacyNotice
{
    /// <summary>The code by which they prove who they are.</summary>
    Code,

    /// <summary>That the request has come in, what comes next, and by when.</summary>
    Confirmed,

    /// <summary>That it takes longer, why, and until when.</summary>
    Extended,

    /// <summary>That it is refused, and why.</summary>
    Refused,

    /// <summary>That it is taken back, as they asked.</summary>
    Withdrawn,

    /// <summary>That it is done, and what was done.</summary>
    Done,
}

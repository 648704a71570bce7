namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How far a request has come. It only ever goes on, and never back.</summary>
public enum PrivacyRequestState
{
    /// <summary>It has come in; nothing is known of who asks.</summary>
    Received,

    /// <summary>It is sure that the person asks who is asked about.</summary>
    IdentityVerified,

    /// <summary>The person has been told what comes next and by when.</summary>
    Confirmed,

    /// <summary>The database has been served; copies outside of it are still being erased.</summary>
    Running,

    /// <summary>Everything has been done that was asked for.</summary>
    Done,

    /// <summary>The person has been told of it. The end.</summary>
    CustomerNotified,

    /// <summary>It was turned down, for a reason that the person is told. The end.</summary>
    Refused,

    /// <summary>The person took it back before anything was done. The end.</summary>
    Withdrawn,
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How an erasure ended.</summary>
public enum ErasureOutcome
{
    /// <summary>Everything of the subject is gone, but for what the receipt lists as kept.</summary>
    Erased,

    /// <summary>There is no such subject; nothing was changed.</summary>
    NothingFound,

    /// <summary>A legal hold lies on rows of the subject; nothing was changed, and the receipt says where.</summary>
    RefusedByLegalHold,
}

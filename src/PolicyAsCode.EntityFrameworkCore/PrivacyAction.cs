namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What happened to rows.</summary>
public enum PrivacyAction
{
    /// <summary>The rows were deleted.</summary>
    Erased,

    /// <summary>The fields were emptied; the rows stay for the sake of what else is in them, or of what refers to them.</summary>
    Blanked,

    /// <summary>What identifies was emptied and the link to the subject cut; the rest stays about nobody.</summary>
    Anonymised,

    /// <summary>A reference to the subject's rows was cut; the rows are somebody else's and stay.</summary>
    Unlinked,

    /// <summary>The rows, or the named fields of them, stay, for the reason given.</summary>
    Kept,

    /// <summary>The time is over, and the policy wants a person to decide; nothing was changed.</summary>
    ForReview,
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a policy wants at the end of a retention.</summary>
public enum RetentionEnd
{
    /// <summary>The fields go, and the row when nothing else is in it.</summary>
    Erase,

    /// <summary>What identifies goes, and so does the link to the subject.</summary>
    Anonymise,

    /// <summary>A person decides.</summary>
    Review,
}

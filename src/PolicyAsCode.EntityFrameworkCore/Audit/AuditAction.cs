namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What was done with personal data.</summary>
public enum AuditAction
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>It was stored in a new row.</summary>
    Created,

    /// <summary>It was changed in a row that was there.</summary>
    Changed,

    /// <summary>Its row was deleted.</summary>
    Deleted,

    /// <summary>A statement ran of which nobody can tell what it does.</summary>
    Executed,

    /// <summary>A person was erased.</summary>
    Erased,

    /// <summary>A batch of a retention sweep.</summary>
    Swept,

    /// <summary>It was handed out, as the application says.</summary>
    Exported,

    /// <summary>Old records of this trail were deleted.</summary>
    Pruned,
}

namespace PolicyAsCode.Language.Difference;

/// <summary>Where a change of a policy leads.</summary>
public enum ChangeDirection
{
    /// <summary>More is allowed, kept longer, or promised less.</summary>
    Loosening,

    /// <summary>Less is allowed, kept shorter, or promised more.</summary>
    Tightening,

    /// <summary>Neither, or nobody can say which.</summary>
    Neutral,
}

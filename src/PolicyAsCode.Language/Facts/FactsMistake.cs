namespace PolicyAsCode.Language.Facts;

/// <summary>Why a file of facts cannot be used.</summary>
public enum FactsMistake
{
    /// <summary>It can.</summary>
    None,

    /// <summary>It does not begin as one of ours.</summary>
    NotFacts,

    /// <summary>It was written in another version of the format.</summary>
    OtherVersion,

    /// <summary>It is damaged.</summary>
    Damaged,
}

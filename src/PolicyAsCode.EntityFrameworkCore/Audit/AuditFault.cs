namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What is wrong with a trail.</summary>
public enum AuditFault
{
    /// <summary>A record says something else than when it was sealed.</summary>
    RecordChanged,

    /// <summary>A record is gone.</summary>
    RecordMissing,

    /// <summary>A record was put under a seal that was made without it.</summary>
    RecordAdded,

    /// <summary>A link of the chain says something else than when it was made, or was made by somebody without the key.</summary>
    SealChanged,

    /// <summary>A link of the chain is gone, and others come after it.</summary>
    SealMissing,

    /// <summary>The end of the chain is gone: an anchor outside of the database knows more.</summary>
    EndMissing,

    /// <summary>Another chain is in the place of the one that an anchor outside of the database knows.</summary>
    ChainReplaced,

    /// <summary>Records are gone as if they had been pruned, and no record says so.</summary>
    PrunedUnseen,

    /// <summary>Another person was put behind a pseudonym.</summary>
    PersonChanged,
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What of a value a blind index compares.</summary>
public enum BlindIndexForm
{
    /// <summary>The value as it is.</summary>
    Exact,

    /// <summary>Without spaces around it and without telling capitals, in one Unicode spelling (NFKC): names, addresses of mail.</summary>
    IgnoreCase,

    /// <summary>The digits alone: numbers of telephones, cards, accounts.</summary>
    Digits,
}

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What becomes of a value whose key is gone.</summary>
public enum MissingKey
{
    /// <summary>Reading it throws a <see cref="SubjectKeyMissingException"/>.</summary>
    Throw,

    /// <summary>It reads as null, also where the property says that it never is.</summary>
    ReadAsNull,
}

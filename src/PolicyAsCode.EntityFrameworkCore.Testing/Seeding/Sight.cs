namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>Whether query filters let a row be seen.</summary>
internal enum Sight
{
    /// <summary>The context sees it.</summary>
    Seen,

    /// <summary>Hidden, and still the context's own: deleted softly.</summary>
    Hidden,

    /// <summary>Not the context's own: another tenant's.</summary>
    Elsewhere,
}

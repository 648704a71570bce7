namespace PolicyAsCode.Language.Model;

/// <summary>
/// The form of data, nearest to the person first; the order is the meaning (a later form discloses less).
/// </summary>
public enum Form
{
    /// <summary>As collected.</summary>
    Raw,

    /// <summary>Hashed, tokenised or keyed; still personal data.</summary>
    Pseudonymised,

    /// <summary>Summed over several people.</summary>
    Aggregated,

    /// <summary>About nobody who can be identified any more.</summary>
    Anonymised,
}

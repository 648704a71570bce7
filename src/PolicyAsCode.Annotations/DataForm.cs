namespace PolicyAsCode;

/// <summary>
/// How close data is to a person, from nearest to farthest. Pseudonymised data is still personal data (GDPR Art. 4(5),
/// recital 26); anonymised data is not.
/// </summary>
public enum DataForm
{
    /// <summary>As it was collected.</summary>
    Raw,

    /// <summary>Hashed, tokenised or keyed: who it is about needs additional information that is kept apart.</summary>
    Pseudonymised,

    /// <summary>Summed over several people.</summary>
    Aggregated,

    /// <summary>About nobody who can be identified any more.</summary>
    Anonymised,
}

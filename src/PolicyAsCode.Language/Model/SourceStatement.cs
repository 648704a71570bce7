namespace PolicyAsCode.Language.Model;

/// <summary>From whom data comes (GDPR Art. 13 for what the person gives, Art. 14 for what others do).</summary>
public enum SourceOrigin
{
    /// <summary>The person gives it.</summary>
    Person,

    /// <summary>The person's device sends it.</summary>
    Device,

    /// <summary>Somebody else hands it over.</summary>
    ThirdParty,

    /// <summary>It can be read by everybody.</summary>
    Public,
}

/// <summary>A place or occasion at which data is collected, such as <c>registration</c>.</summary>
public sealed record SourceStatement : Statement
{
    /// <summary>The place or occasion.</summary>
    public required Term Source { get; init; }

    /// <summary>From whom the data comes there; null where not said.</summary>
    public SourceOrigin? From { get; init; }
}

namespace PolicyAsCode.Language.Model;

/// <summary>When people are told of something.</summary>
public enum Announcement
{
    /// <summary>Before it happens.</summary>
    Before,

    /// <summary>Once it has happened.</summary>
    After,
}

namespace PolicyAsCode.Language.Difference;

/// <summary>What a change is about, in the order in which changes are told.</summary>
public enum PolicyPart
{
    /// <summary>Who answers for the policy.</summary>
    Controller,

    /// <summary>Whom it is about.</summary>
    Subject,

    /// <summary>Where data is collected.</summary>
    Source,

    /// <summary>Which data, and for what.</summary>
    Data,

    /// <summary>How long it is kept.</summary>
    Retention,

    /// <summary>How it is protected.</summary>
    Protection,

    /// <summary>Data about no person.</summary>
    NonPersonal,

    /// <summary>For what, and on which basis.</summary>
    Purpose,

    /// <summary>Who gets it.</summary>
    Recipient,

    /// <summary>What must never happen.</summary>
    Prohibition,

    /// <summary>What persons can ask for.</summary>
    Right,

    /// <summary>Cookies.</summary>
    Cookie,

    /// <summary>Other means of tracking.</summary>
    Tracker,

    /// <summary>From which age.</summary>
    Age,

    /// <summary>How the notice is accepted.</summary>
    Acceptance,

    /// <summary>How changes are told.</summary>
    Announcement,

    /// <summary>The notice's contact point.</summary>
    Contact,

    /// <summary>What stays beyond its time.</summary>
    Hold,

    /// <summary>What people see to.</summary>
    Measure,

    /// <summary>Which laws are followed.</summary>
    Law,

    /// <summary>How loudly rules speak, and what is waived.</summary>
    Enforcement,

    /// <summary>Name, version and dates.</summary>
    Head,
}

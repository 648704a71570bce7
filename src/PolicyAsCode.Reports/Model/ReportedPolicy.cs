namespace PolicyAsCode.Reports.Model;

/// <summary>One policy of a report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">How it is called: the controller's name.</param>
/// <param name="Version">Its number.</param>
internal sealed record ReportedPolicy(string Name, string Title, int Version)
{
    /// <summary>The day from which it holds; null where not said.</summary>
    public CalendarDate? Effective { get; init; }

    /// <summary>By when it is looked at again; null where not said.</summary>
    public CalendarDate? ReviewBy { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Controller Controller { get; init; }

    /// <summary>The laws that it follows: name and title.</summary>
    public ImmutableArray<Named> Laws { get; init; } = [];

    /// <summary>Whom it is about.</summary>
    public ImmutableArray<Named> Subjects { get; init; } = [];

    /// <summary>Which data.</summary>
    public ImmutableArray<DataEntry> Data { get; init; } = [];

    /// <summary>What it holds that is about nobody.</summary>
    public ImmutableArray<NonPersonalEntry> NonPersonal { get; init; } = [];

    /// <summary>Where data goes: from categories to purposes to recipients.</summary>
    public required DataMap Map { get; init; }

    /// <summary>The register of processing (GDPR Art. 30(1), UU PDP art. 31), an entry a purpose.</summary>
    public ImmutableArray<RegisterEntry> Register { get; init; } = [];

    /// <summary>Who gets data.</summary>
    public ImmutableArray<RecipientEntry> Recipients { get; init; } = [];

    /// <summary>What goes when, by the event from which its time counts.</summary>
    public ImmutableArray<RetentionGroup> Retention { get; init; } = [];

    /// <summary>What stays beyond its time.</summary>
    public ImmutableArray<HoldEntry> Holds { get; init; } = [];

    /// <summary>What people can ask for.</summary>
    public ImmutableArray<RightEntry> Rights { get; init; } = [];

    /// <summary>Cookies and other trackers.</summary>
    public ImmutableArray<CookieEntry> Cookies { get; init; } = [];

    /// <summary>What must never happen, in sentences.</summary>
    public ImmutableArray<SaidEntry> Never { get; init; } = [];

    /// <summary>How data is protected, in sentences.</summary>
    public ImmutableArray<SaidEntry> Protections { get; init; } = [];

    /// <summary>How all data is protected, whatever it is; tables need not repeat it.</summary>
    public ImmutableArray<Named> GeneralProtections { get; init; } = [];

    /// <summary>Whether a notice file lists the clauses.</summary>
    public bool HasNotice { get; init; }

    /// <summary>The clauses.</summary>
    public ImmutableArray<ClauseEntry> Clauses { get; init; } = [];

    /// <summary>What no clause promises, and the controller decided: section and name.</summary>
    public ImmutableArray<DecisionEntry> Decisions { get; init; } = [];

    /// <summary>What is wrong, or missing, or about nothing.</summary>
    public ImmutableArray<FindingEntry> Findings { get; init; } = [];

    /// <summary>Findings that somebody accepts until a day.</summary>
    public ImmutableArray<WaiverEntry> Waivers { get; init; } = [];

    /// <summary>What people see to.</summary>
    public ImmutableArray<MeasureEntry> Measures { get; init; } = [];

    /// <summary>What is due when, by day.</summary>
    public ImmutableArray<DueEntry> Due { get; init; } = [];
}

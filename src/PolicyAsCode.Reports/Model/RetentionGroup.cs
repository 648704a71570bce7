namespace PolicyAsCode.Reports.Model;

/// <summary>All whose time counts from the same event, the shortest first.</summary>
/// <param name="Anchor">The event; null for what is never stored.</param>
/// <param name="Entries">What is kept.</param>
internal sealed record RetentionGroup(Named? Anchor, ImmutableArray<RetainedEntry> Entries);

/// <summary>A category in the retention calendar.</summary>
/// <param name="Category">The category.</param>
/// <param name="Subjects">Whom it is about.</param>
/// <param name="Kept">How long.</param>
internal sealed record RetainedEntry(Named Category, ImmutableArray<Named> Subjects, KeptEntry Kept);

/// <summary>Data that stays beyond its time.</summary>
/// <param name="Name">The name of the hold.</param>
/// <param name="Categories">What may be held.</param>
/// <param name="Because">Why; null where not said.</param>
/// <param name="Owner">Who sets and lifts it; null where not said.</param>
/// <param name="ReviewBy">When it is looked at again; null where not said.</param>
/// <param name="Origin">By which clause.</param>
internal sealed record HoldEntry(
    string Name, ImmutableArray<Named> Categories, string? Because, string? Owner, CalendarDate? ReviewBy, Origin Origin);

namespace PolicyAsCode.Reports.Model;

/// <summary>A finding that somebody accepts until a day.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="At">Where.</param>
/// <param name="Because">Why.</param>
/// <param name="ApprovedBy">Who accepts it.</param>
/// <param name="Until">The last day.</param>
/// <param name="DaysLeft">How many days are left; negative once it is over, null where no day was named.</param>
/// <param name="Kind">What kind of exception; null where not said.</param>
/// <param name="Ticket">Where it is followed; null where not said.</param>
/// <param name="Origin">Where it is written.</param>
internal sealed record WaiverEntry(
    string Rule, string At, string Because, string ApprovedBy, CalendarDate Until, int? DaysLeft, Named? Kind, string? Ticket,
    Origin Origin);

/// <summary>Something that people see to.</summary>
/// <param name="Measure">What.</param>
/// <param name="Owner">Who; null where not said.</param>
/// <param name="ReviewBy">When it is looked at again; null where not said.</param>
/// <param name="DaysLeft">How many days are left; null where no day was named.</param>
/// <param name="Keeps">Articles of laws that it keeps.</param>
/// <param name="Origin">By which clause.</param>
internal sealed record MeasureEntry(
    string Measure, string? Owner, CalendarDate? ReviewBy, int? DaysLeft, ImmutableArray<string> Keeps, Origin Origin);

/// <summary>Something that is due on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="DaysLeft">How many days are left; null where no day was named.</param>
/// <param name="What">What is due.</param>
/// <param name="Owner">Whose it is; null where not said.</param>
internal sealed record DueEntry(CalendarDate Day, int? DaysLeft, string What, string? Owner);

using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Calendars;

// A class: code for lists of references is compiled ahead of time, for lists of such structures it is not.
/// <summary>A day off.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">What is celebrated.</param>
public sealed record Holiday(CalendarDate Day, string Name);

using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Policy;

/// <summary>What people can ask for, and the calendar by which it is answered.</summary>
/// <param name="Controller">Who answers.</param>
/// <param name="Calendar">The calendar; null where no time is counted in business days.</param>
/// <param name="Served">The rights that requests serve.</param>
/// <param name="Others">The other rights that the policy states, by its words.</param>
public sealed record RightsFacts(
    string Controller, CalendarFacts? Calendar, EquatableArray<RightFacts> Served, EquatableArray<string> Others);

/// <summary>Days on which the controller works.</summary>
/// <param name="WorkWeek">The days of its week, as members of <c>DayOfWeek</c>.</param>
/// <param name="FirstYear">The first year whose holidays are known.</param>
/// <param name="LastYear">The last year whose holidays are known.</param>
/// <param name="Holidays">The holidays, as <c>2026-12-25</c>, in order.</param>
public sealed record CalendarFacts(
    EquatableArray<string> WorkWeek, int FirstYear, int LastYear, EquatableArray<string> Holidays);

/// <summary>A right, and how it is served.</summary>
/// <param name="Right">The member of <c>PrivacyRight</c>.</param>
/// <param name="Within">The longest time to an answer; null where not said.</param>
/// <param name="Promised">The time that the notice says, where it is another.</param>
/// <param name="Extension">By how much an answer may be late; null where it may not.</param>
/// <param name="IsExtensionExplained">Whether that is explained.</param>
/// <param name="Evidence">The category of data that proves who asks; null for none.</param>
/// <param name="Says">The properties of <c>PolicyRight</c> that are true.</param>
/// <param name="Channels">Where it is asked for.</param>
/// <param name="Notify">How people hear that it is done.</param>
/// <param name="Clauses">The clauses of the notice.</param>
/// <param name="Location">Where the policy says so.</param>
public sealed record RightFacts(
    string Right, Duration? Within, Duration? Promised, Duration? Extension, bool IsExtensionExplained, string? Evidence,
    EquatableArray<string> Says, EquatableArray<string> Channels, EquatableArray<string> Notify,
    EquatableArray<string> Clauses, string Location);

using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>Who answers for the policy (GDPR Art. 4(7), UU PDP art. 1(4)).</summary>
/// <param name="Name">The organisation.</param>
/// <param name="Email">Where it is reached; null where not said.</param>
/// <param name="Phone">Where it is reached; null where not said.</param>
/// <param name="TimeZone">IANA zone in which its days begin, such as <c>Asia/Jakarta</c>; UTC where not said.</param>
public sealed record Controller(string Name, string? Email, string? Phone, string TimeZone)
{
    /// <summary>Monday to Friday.</summary>
    public static ImmutableArray<DayOfWeek> UsualWorkWeek { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
    ];

    /// <summary>Its postal address; null where not said.</summary>
    public string? Address { get; init; }

    /// <summary>The country where it is established, as <c>Regions</c> writes it; null where not said.</summary>
    public string? Region { get; init; }

    /// <summary>The country whose holidays are no business days; null where not said.</summary>
    public string? Holidays { get; init; }

    /// <summary>Whether the file says which holidays, in words that cannot be read: then it is told of these.</summary>
    internal bool HasUnreadHolidays { get; init; }

    /// <summary>The days on which it works, in the order of the week; Monday to Friday where not said.</summary>
    public ImmutableArray<DayOfWeek> WorkWeek { get; init; } = UsualWorkWeek;

    /// <summary>How the data protection officer is reached (GDPR Art. 37, UU PDP art. 53); null where not said.</summary>
    public string? Officer { get; init; }

    /// <summary>Its representative in the Union (GDPR Art. 27); null where not said.</summary>
    public string? Representative { get; init; }

    /// <summary>
    /// Who is reached when data leaks (GDPR Art. 33(3)(b), UU PDP art. 46); null where not said.
    /// </summary>
    public string? BreachContact { get; init; }

    /// <summary>Where it is said; null for a policy that fails to say.</summary>
    public FileLocation? Location { get; init; }
}

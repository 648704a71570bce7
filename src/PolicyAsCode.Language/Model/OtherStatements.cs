using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>A kind of person that the policy is about.</summary>
public sealed record SubjectStatement : Statement
{
    /// <summary>The kind of person.</summary>
    public required Term Subject { get; init; }
}

/// <summary>
/// What must never happen, whatever is granted: <c>{ action: sell }</c>, <c>{ action: store, data: … }</c>.
/// </summary>
public sealed record Prohibition : Statement
{
    /// <summary>
    /// <c>sell</c>, <c>rent</c>, <c>trade</c>, <c>disclose</c>, <c>store</c>, <c>collect</c>, <c>log</c> or <c>use</c>.
    /// </summary>
    public required string Action { get; init; }

    /// <summary>The category it is about; null is all.</summary>
    public Term? Category { get; init; }

    /// <summary>The purpose it is about; null is all.</summary>
    public Term? Purpose { get; init; }

    /// <summary>The recipient it is about; null is all.</summary>
    public Term? Recipient { get; init; }
}

/// <summary>A right of the subject, and how it is served.</summary>
public sealed record RightStatement : Statement
{
    /// <summary>
    /// <c>access</c>, <c>rectification</c>, <c>erasure</c>, <c>restriction</c>, <c>portability</c>, <c>objection</c>,
    /// <c>withdraw-consent</c>.
    /// </summary>
    public required string Right { get; init; }

    /// <summary>The longest answer time; null where not said.</summary>
    public Duration? Within { get; init; }

    /// <summary>Whether identity is verified first.</summary>
    public bool VerifyIdentity { get; init; }

    /// <summary>Whether receipt is confirmed.</summary>
    public bool Confirm { get; init; }

    /// <summary>Channels of the last message: <c>email</c>, <c>sms</c>.</summary>
    public ImmutableArray<string> Notify { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether it can be undone.</summary>
    public bool Reversible { get; init; }

    /// <summary>The format of a copy, such as <c>json</c>; null where not said.</summary>
    public string? Format { get; init; }
}

/// <summary>A cookie or tracker that the application may set.</summary>
public sealed record CookieStatement : Statement
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the service cannot work without it.</summary>
    public bool Essential { get; init; }

    /// <summary>For which purposes.</summary>
    public ImmutableArray<Term> Purposes { get; init; } = ImmutableArray<Term>.Empty;
}

/// <summary>Something that no program keeps: an organisational measure with an owner and a date of review.</summary>
public sealed record MeasureStatement : Statement
{
    /// <summary>What is done, in a sentence.</summary>
    public required string Measure { get; init; }

    /// <summary>Who sees to it; null where the policy fails to say.</summary>
    public string? Owner { get; init; }

    /// <summary>When it is looked at again; null where the policy fails to say.</summary>
    public CalendarDate? ReviewBy { get; init; }
}

/// <summary>A finding that a named person accepts until a date.</summary>
public sealed record Waiver : Statement
{
    /// <summary>The rule it silences.</summary>
    public required string Rule { get; init; }

    /// <summary>Where: a symbol's full name, <c>*</c> at the end for all below it.</summary>
    public required string At { get; init; }

    /// <summary>Why.</summary>
    public required string Because { get; init; }

    /// <summary>Who accepts it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required CalendarDate Until { get; init; }
}

/// <summary>How loudly rules speak, by default and one by one.</summary>
/// <param name="Default">For a rule that is not named.</param>
/// <param name="ByRule">For those that are.</param>
public sealed record Enforcement(PolicySeverity Default, ImmutableDictionary<string, PolicySeverity> ByRule)
{
    /// <summary>Everything is an error.</summary>
    public static Enforcement Strict { get; } = new(PolicySeverity.Error, ImmutableDictionary<string, PolicySeverity>.Empty);

    /// <summary>Last days of severities that are softer for a while (<c>warning until …</c>).</summary>
    public ImmutableArray<CalendarDate> Ends { get; init; } = ImmutableArray<CalendarDate>.Empty;

    /// <summary>How loudly this rule speaks.</summary>
    public PolicySeverity Of(string rule) => ByRule.TryGetValue(rule, out var severity) ? severity : Default;
}

/// <summary>Who answers for the policy.</summary>
/// <param name="Name">The organisation.</param>
/// <param name="Email">Where it is reached; null where not said.</param>
/// <param name="Phone">Where it is reached; null where not said.</param>
/// <param name="TimeZone">IANA zone in which its days begin, such as <c>Asia/Jakarta</c>; UTC where not said.</param>
public sealed record Controller(string Name, string? Email, string? Phone, string TimeZone);

/// <summary>A policy's own head.</summary>
/// <param name="Name">Its name, which projects give in <c>PrivacyPolicy</c>.</param>
/// <param name="Title">How it is called in messages: the controller's name.</param>
/// <param name="Version">Its number.</param>
/// <param name="Effective">From when it holds; null where not said.</param>
/// <param name="ReviewBy">By when somebody must look at it again; null where not said.</param>
/// <param name="Location">Where its name stands.</param>
public sealed record PolicyHeader(
    string Name, string Title, int Version, CalendarDate? Effective, CalendarDate? ReviewBy, FileLocation Location);

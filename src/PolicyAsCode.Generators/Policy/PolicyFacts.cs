using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Policy;

/// <summary>What of a policy decides about retention and erasure, by value: an edit elsewhere in it changes nothing here.</summary>
/// <param name="Name">The policy's name.</param>
/// <param name="TimeZone">IANA zone in which days begin.</param>
/// <param name="Categories">The categories that it keeps, by key.</param>
/// <param name="Types">Types that the bindings speak for.</param>
public sealed record PolicyFacts(
    string Name, string TimeZone, EquatableArray<CategoryFacts> Categories, EquatableArray<TypeFacts> Types)
{
    /// <summary>What the bindings say of members by patterns of their names.</summary>
    public EquatableArray<PatternFacts> Patterns { get; init; } = EquatableArray<PatternFacts>.Empty;

    /// <summary>What the bindings say of members that carry an attribute of somebody else's.</summary>
    public EquatableArray<AttributeFacts> Attributes { get; init; } = EquatableArray<AttributeFacts>.Empty;

    /// <summary>What models say of the types of libraries; it counts last.</summary>
    public EquatableArray<TypeFacts> Libraries { get; init; } = EquatableArray<TypeFacts>.Empty;

    /// <summary>Words that code may still use, though another has replaced them.</summary>
    public EquatableArray<RenamedTerm> Renamed { get; init; } = EquatableArray<RenamedTerm>.Empty;

    /// <summary>What people can ask for, and how it is served; null where the policy states nothing of it.</summary>
    public RightsFacts? Rights { get; init; }

    /// <summary>Of what access and change are recorded, and whom the law wants told when data leaks.</summary>
    public AuditPolicyFacts Audit { get; init; } = AuditPolicyFacts.None;

    /// <summary>How long the run time's own tables are kept.</summary>
    public EquatableArray<OwnTableFacts> OwnTables { get; init; } = EquatableArray<OwnTableFacts>.Empty;

    /// <summary>What a word of the code means today.</summary>
    public string Meant(TermKind kind, string key) =>
        Renamed.FirstOrDefault(term => term.Kind == kind && term.Key == key)?.Successor ?? key;
}

/// <summary>A term that another one has replaced.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its key.</param>
/// <param name="Successor">The key of the term to use instead.</param>
public sealed record RenamedTerm(TermKind Kind, string Key, string Successor);

/// <summary>A category of data.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Identifies">Whether it singles out a person by itself.</param>
/// <param name="Subjects">Of whom the policy speaks when it speaks of it.</param>
/// <param name="Retentions">How long it is kept, a subject each.</param>
public sealed record CategoryFacts(
    string Key, bool Identifies, EquatableArray<string> Subjects, EquatableArray<RetentionFacts> Retentions)
{
    /// <summary>How long it is kept of that subject; null where the policy does not say.</summary>
    public RetentionRule? RetentionOf(string? subject) =>
        Retentions.FirstOrDefault(retention => retention.Subject == subject)?.Rule;
}

/// <summary>How long a category is kept of a subject.</summary>
/// <param name="Subject">Of whom; null for nobody in particular.</param>
/// <param name="Rule">How long.</param>
public sealed record RetentionFacts(string? Subject, RetentionRule Rule);

/// <summary>How long, from when, and what then.</summary>
/// <param name="StatedOn">The category whose statement says so: the category itself or a broader one.</param>
/// <param name="NeverStored">Whether it must not be stored at all.</param>
/// <param name="AtMost">The maximum; null where only a minimum is stated.</param>
/// <param name="AtLeast">The legal minimum; null where none.</param>
/// <param name="From">The anchor's key; null where the policy fails to say.</param>
/// <param name="Then">What happens at the end.</param>
/// <param name="Because">Why a minimum is kept; null where the policy does not say.</param>
/// <param name="IsDecision">Whether the notice leaves it open, and the controller decided.</param>
/// <param name="Clauses">The clauses of the notice.</param>
/// <param name="Location">Where the policy says so.</param>
public sealed record RetentionRule(
    string StatedOn, bool NeverStored, Duration? AtMost, Duration? AtLeast, string? From, RetentionAction Then,
    string? Because, bool IsDecision, EquatableArray<string> Clauses, string Location)
{
    /// <summary>When the action comes: the maximum, or the end of a minimum that stands alone.</summary>
    public Duration? Period => AtMost ?? AtLeast;

    /// <summary>Whether two statements ask for the same, so that one statement of SQL can serve both.</summary>
    public static bool SayTheSame(RetentionRule? one, RetentionRule? other) =>
        one is null || other is null
            ? one is null && other is null
            : one with { StatedOn = "", Clauses = default, Location = "" } == other with { StatedOn = "", Clauses = default, Location = "" };

    /// <summary>Both statements, which ask for the same: the clauses and the places of either.</summary>
    public RetentionRule And(RetentionRule other)
    {
        if (Location == other.Location || Location.EndsWith(", " + Line(other.Location), StringComparison.Ordinal))
            return this;
        var isSameFile = File(Location) == File(other.Location);
        return this with
        {
            Clauses = Clauses.Concat(other.Clauses).Distinct().ToEquatable(),
            Location = $"{Location}, {(isSameFile ? Line(other.Location) : other.Location)}",
        };

        static string File(string location) => location.Substring(0, location.IndexOf(':'));

        static string Line(string location) => location.Substring(location.IndexOf(':') + 1);
    }
}

/// <summary>What the bindings say of a type that carries no attributes.</summary>
/// <param name="Type">Its metadata name.</param>
/// <param name="Subject">Whose data it holds; null where they do not say.</param>
/// <param name="Members">Its members.</param>
public sealed record TypeFacts(string Type, string? Subject, EquatableArray<MemberFacts> Members);

/// <summary>What the bindings say of a member.</summary>
/// <param name="Name">Its name; empty where a pattern or an attribute stands for it.</param>
/// <param name="Categories">What it holds; empty for what is not personal.</param>
/// <param name="Anchors">The events from which retention counts that it records.</param>
/// <param name="IsLegalHold">Whether, while true, it holds the row.</param>
public sealed record MemberFacts(
    string Name, EquatableArray<string> Categories, EquatableArray<string> Anchors, bool IsLegalHold);

/// <summary>What the bindings say of all members that a pattern means.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Held">What they hold.</param>
public sealed record PatternFacts(MemberPattern Pattern, MemberFacts Held);

/// <summary>What the bindings say of all members that carry an attribute.</summary>
/// <param name="Attribute">Its metadata name.</param>
/// <param name="Held">What they hold.</param>
public sealed record AttributeFacts(string Attribute, MemberFacts Held);

using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// What a value carries: categories by form, and which of the body's own parameters it may come from. Anonymised data is
/// about nobody, and is not carried. Most values carry nothing, and a walk remembers a label for each: one is no larger
/// than a reference.
/// </summary>
internal readonly struct Label : IEquatable<Label>
{
    // Null for nothing; one that says nothing is never made.
    private readonly Carried? _carried;

    internal Label(TermSet raw, TermSet pseudonymised, TermSet aggregated, Inputs from) =>
        _carried = raw.IsEmpty && pseudonymised.IsEmpty && aggregated.IsEmpty && from.IsEmpty
            ? null
            : new(raw, pseudonymised, aggregated, from);

    internal static Label None => default;

    internal TermSet Raw => _carried?.Raw ?? TermSet.Empty;

    internal TermSet Pseudonymised => _carried?.Pseudonymised ?? TermSet.Empty;

    internal TermSet Aggregated => _carried?.Aggregated ?? TermSet.Empty;

    internal Inputs From
    {
        get => _carried?.From ?? default;
        init => _carried = new Label(Raw, Pseudonymised, Aggregated, value)._carried;
    }

    internal bool IsEmpty => _carried is null;

    /// <summary>Whether nothing personal is known of it; what it comes from may still be.</summary>
    internal bool IsImpersonal => _carried is null || _carried.Personal.IsEmpty;

    /// <summary>Everything that still is personal data, in whatever form.</summary>
    internal TermSet Personal => _carried?.Personal ?? TermSet.Empty;

    /// <summary>What still is personal data, by the form in which it is carried.</summary>
    internal IEnumerable<(Form Form, TermSet Categories)> ByForm() =>
        [(Form.Raw, Raw), (Form.Pseudonymised, Pseudonymised), (Form.Aggregated, Aggregated)];

    internal static Label Of(TermSet raw) => new(raw, TermSet.Empty, TermSet.Empty, default);

    /// <summary>What a member holds, in the form in which it is declared to.</summary>
    internal static Label Of(Facts.MemberData held) => Of(held.Categories).AtLeast(held.Form);

    internal static Label Of(Inputs from) => new(TermSet.Empty, TermSet.Empty, TermSet.Empty, from);

    /// <summary>All that is in either; this very label where the other adds nothing.</summary>
    internal Label Join(Label other) =>
        other._carried is not { } theirs || ReferenceEquals(_carried, theirs) ? this
        : _carried is not { } ours || theirs.Covers(ours) ? other
        : ours.Covers(theirs) ? this
        : new(
            ours.Raw.Union(theirs.Raw), ours.Pseudonymised.Union(theirs.Pseudonymised),
            ours.Aggregated.Union(theirs.Aggregated), ours.From.Join(theirs.From));

    /// <summary>The same without some of it.</summary>
    internal Label Without(TermSet some) => some.IsEmpty || _carried is not { } ours ? this : new(
        ours.Raw.Except(some), ours.Pseudonymised.Except(some), ours.Aggregated.Except(some), ours.From);

    /// <summary>The same data in a form at least that far from the person.</summary>
    internal Label AtLeast(Form form) => form switch
    {
        Form.Raw => this,
        Form.Pseudonymised => new(TermSet.Empty, Raw.Union(Pseudonymised), Aggregated, From.AtLeast(form)),
        Form.Aggregated => new(TermSet.Empty, TermSet.Empty, Personal, From.AtLeast(form)),
        _ => None,
    };

    /// <summary>What it is at a call: the parameters that it comes from are what the caller handed in.</summary>
    internal Label At(IReadOnlyList<Label> arguments) =>
        From.IsEmpty ? this : (this with { From = default }).Join(From.Of(arguments));

    /// <inheritdoc/>
    public bool Equals(Label other) => ReferenceEquals(_carried, other._carried)
        || _carried is { } ours && other._carried is { } theirs && ours.Covers(theirs) && theirs.Covers(ours);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Label other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Personal.GetHashCode() * 31 + From.GetHashCode();

    private sealed class Carried(TermSet raw, TermSet pseudonymised, TermSet aggregated, Inputs from)
    {
        internal TermSet Raw { get; } = raw;

        internal TermSet Pseudonymised { get; } = pseudonymised;

        internal TermSet Aggregated { get; } = aggregated;

        internal Inputs From { get; } = from;

        internal TermSet Personal { get; } = raw.Union(pseudonymised).Union(aggregated);

        internal bool Covers(Carried other) =>
            Raw.Covers(other.Raw) && Pseudonymised.Covers(other.Pseudonymised) && Aggregated.Covers(other.Aggregated)
            && From.Covers(other.From);
    }
}

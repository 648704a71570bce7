using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// What a value carries: categories by form, and which of the body's own parameters it may come from. Anonymised data is
/// about nobody, and is not carried.
/// </summary>
internal readonly record struct Label(TermSet Raw, TermSet Pseudonymised, TermSet Aggregated, Inputs From)
{
    internal static Label None => default;

    internal bool IsEmpty => From.IsEmpty && IsImpersonal;

    /// <summary>Whether nothing personal is known of it; what it comes from may still be.</summary>
    internal bool IsImpersonal => Raw.IsEmpty && Pseudonymised.IsEmpty && Aggregated.IsEmpty;

    /// <summary>Everything that still is personal data, in whatever form.</summary>
    internal TermSet Personal => Raw.Union(Pseudonymised).Union(Aggregated);

    /// <summary>What still is personal data, by the form in which it is carried.</summary>
    internal IEnumerable<(Form Form, TermSet Categories)> ByForm() =>
        [(Form.Raw, Raw), (Form.Pseudonymised, Pseudonymised), (Form.Aggregated, Aggregated)];

    internal static Label Of(TermSet raw) => new(raw, TermSet.Empty, TermSet.Empty, default);

    /// <summary>What a member holds, in the form in which it is declared to.</summary>
    internal static Label Of(Facts.MemberData held) => Of(held.Categories).AtLeast(held.Form);

    internal static Label Of(Inputs from) => new(TermSet.Empty, TermSet.Empty, TermSet.Empty, from);

    internal Label Join(Label other) => other.IsEmpty ? this : IsEmpty ? other : new(
        Raw.Union(other.Raw), Pseudonymised.Union(other.Pseudonymised), Aggregated.Union(other.Aggregated),
        From.Join(other.From));

    /// <summary>The same without some of it.</summary>
    internal Label Without(TermSet some) => some.IsEmpty ? this : new(
        Raw.Except(some), Pseudonymised.Except(some), Aggregated.Except(some), From);

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
}

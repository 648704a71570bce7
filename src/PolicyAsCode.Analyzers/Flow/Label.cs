using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>What a value carries: categories by form. Anonymised data is about nobody, and is not carried.</summary>
internal readonly record struct Label(TermSet Raw, TermSet Pseudonymised, TermSet Aggregated)
{
    internal static Label None => default;

    internal bool IsEmpty => Raw.IsEmpty && Pseudonymised.IsEmpty && Aggregated.IsEmpty;

    /// <summary>Everything that still is personal data, in whatever form.</summary>
    internal TermSet Personal => Raw.Union(Pseudonymised).Union(Aggregated);

    internal static Label Of(TermSet raw) => new(raw, TermSet.Empty, TermSet.Empty);

    internal Label Join(Label other) => other.IsEmpty ? this : IsEmpty ? other : new(
        Raw.Union(other.Raw), Pseudonymised.Union(other.Pseudonymised), Aggregated.Union(other.Aggregated));

    /// <summary>The same data in a form at least that far from the person.</summary>
    internal Label AtLeast(Form form) => form switch
    {
        Form.Raw => this,
        Form.Pseudonymised => new(TermSet.Empty, Raw.Union(Pseudonymised), Aggregated),
        Form.Aggregated => new(TermSet.Empty, TermSet.Empty, Personal),
        _ => None,
    };
}

using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// The terms that statements use and other statements must state, and where each stands: collected while sections are
/// read, compared once all are.
/// </summary>
internal sealed class Uses
{
    /// <summary>Purposes that need a lawful basis.</summary>
    public List<Located<Term>> Purposes { get; } = [];

    /// <summary>Whom data is about.</summary>
    public List<Located<Term>> Subjects { get; } = [];

    /// <summary>Where data is collected, or consent asked for.</summary>
    public List<Located<Term>> Sources { get; } = [];

    /// <summary>Categories that somebody receives, that are asked for or shown as proof.</summary>
    public List<Located<Term>> Categories { get; } = [];

    /// <summary>Recipients that are named elsewhere, such as the one behind a cookie.</summary>
    public List<Located<Term>> Recipients { get; } = [];

    /// <summary>Adds what was used, and hands on the terms alone.</summary>
    public static ImmutableArray<Term> Note(Located<Term>[]? terms, List<Located<Term>> uses)
    {
        if (terms is not null)
            uses.AddRange(terms);
        return terms.Values();
    }
}

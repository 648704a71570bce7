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
    public FirstUses Purposes { get; } = new();

    /// <summary>Whom data is about.</summary>
    public FirstUses Subjects { get; } = new();

    /// <summary>Where data is collected, or consent asked for.</summary>
    public FirstUses Sources { get; } = new();

    /// <summary>Categories that somebody receives, that are asked for or shown as proof.</summary>
    public FirstUses Categories { get; } = new();

    /// <summary>Recipients that are named elsewhere, such as the one behind a cookie.</summary>
    public FirstUses Recipients { get; } = new();

    /// <summary>Adds what was used, and hands on the terms alone.</summary>
    public static ImmutableArray<Term> Note(Located<Term>[]? terms, FirstUses uses)
    {
        if (terms is not null)
            uses.Add(terms);
        return terms.Values();
    }
}

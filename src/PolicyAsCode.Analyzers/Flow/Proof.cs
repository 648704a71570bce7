using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>Which gates are proved where a value is true, and which where it is false.</summary>
/// <param name="WhenTrue">Proved by its being true.</param>
/// <param name="WhenFalse">Proved by its being false.</param>
internal readonly record struct Proof(TermSet WhenTrue, TermSet WhenFalse)
{
    internal static Proof None => default;

    internal bool IsEmpty => WhenTrue.IsEmpty && WhenFalse.IsEmpty;

    internal Proof Not() => new(WhenFalse, WhenTrue);

    /// <summary>What holds of both: of a value that is the one or the other.</summary>
    internal Proof Either(Proof other) =>
        new(WhenTrue.Intersect(other.WhenTrue), WhenFalse.Intersect(other.WhenFalse));

    /// <summary>The same where these were proved already.</summary>
    internal Proof After(TermSet proved) => new(WhenTrue.Union(proved), WhenFalse.Union(proved));

    /// <summary>Of <c>this &amp; other</c>, both of which are evaluated.</summary>
    internal Proof And(Proof other) =>
        new(WhenTrue.Union(other.WhenTrue), WhenFalse.Intersect(other.WhenFalse));

    /// <summary>Of <c>this | other</c>, both of which are evaluated.</summary>
    internal Proof Or(Proof other) => Not().And(other.Not()).Not();
}

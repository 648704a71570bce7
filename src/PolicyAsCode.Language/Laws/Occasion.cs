using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws;

/// <summary>
/// When a duty arises: where a purpose rests on one of some bases, or is one of some purposes, or some data is collected.
/// Nothing written is always.
/// </summary>
internal sealed class Occasion
{
    public static readonly Key<Located<LawfulBasis>[]> Bases = new("when-basis",
        Values.List(LawWords.Choice<LawfulBasis>()), Message.Of("Laws.KeyWhenBasis"));
    public static readonly Key<Located<Term>[]> Purposes = new("when-purpose",
        Values.List(Values.Term(TermKind.Purpose)), Message.Of("Laws.KeyWhenPurpose"));
    public static readonly Key<Located<Term>[]> Data = new("when-data",
        Values.List(Values.Term(TermKind.Category)), Message.Of("Laws.KeyWhenData"));

    private readonly Located<LawfulBasis>[] _bases;
    private readonly ImmutableArray<Term> _purposes;
    private readonly ImmutableArray<Term> _data;

    public Occasion(Fields fields) => (_bases, _purposes, _data) =
        (fields.Read(Bases), fields.Read(Purposes).Values(), fields.Read(Data).Values());

    /// <summary>Whether the duty arises for a policy.</summary>
    public bool Arises(PolicyModel policy) =>
        (_bases.Length == 0 && _purposes.IsEmpty && _data.IsEmpty)
        || policy.Purposes.Any(one => one.Basis is { } basis && _bases.Has(basis))
        || policy.Purposes.Any(one => _purposes.Any(one.Purpose.IsWithin))
        || policy.Data.Any(one => _data.Any(one.Category.IsWithin));
}

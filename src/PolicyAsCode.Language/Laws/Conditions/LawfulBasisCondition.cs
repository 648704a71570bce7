using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>lawful-basis: { allowed: […] }</c>: each purpose rests on a basis that the law knows. That it rests on one at all is
/// PAC1008, for every policy.
/// </summary>
internal sealed class LawfulBasisCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<LawfulBasis>[]> Allowed = new("allowed",
        Values.List(LawWords.Choice<LawfulBasis>()), Message.Of("Laws.KeyBasesAllowed"));
    public static readonly Key<Located<Term>[]> Data = new("data",
        Values.List(Values.Term(TermKind.Category)), Message.Of("Laws.KeyBasisData"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeLawfulBasis"), Allowed, Data);

    private readonly Located<LawfulBasis>[] _allowed = fields.Read(Allowed);
    private readonly ImmutableArray<Term> _data = fields.Read(Data).Values();

    public override void Check(LawCheck check)
    {
        foreach (var purpose in check.Policy.Purposes)
            if (purpose.Basis is { } basis && !_allowed.Has(basis) && BearsOn(purpose, check.Policy))
                check.NotMet(purpose.Location,
                    Message.Of("Laws.BasisNotAllowed", purpose.Purpose.Key, basis.Word()),
                    Message.Of("Laws.MendBasis", _allowed.Select(one => one.Value.Word()).ToArray()));
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is PurposeStatement purpose
        && (_data.IsEmpty || policy.Data.Any(data => data.Category.MeetsAny(_data)
            && data.Purposes.Any(used => used.IsWithin(purpose.Purpose) || purpose.Purpose.IsWithin(used))));
}

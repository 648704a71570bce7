using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>special-basis: { data: […], except: […] }</c>: data that is protected more names the ground on which it is processed.
/// What is said in a broader word holds for the narrower ones, and is asked as they are.
/// </summary>
internal sealed class SpecialBasisCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<Term>[]> Data = new("data",
        Values.List(Values.Term(TermKind.Category)), Message.Of("Laws.KeySpecialData"));
    public static readonly Key<Located<Term>[]> Except = new("except",
        Values.List(Values.Term(TermKind.Category)), Message.Of("Laws.KeySpecialExcept"));
    public static readonly Key<Located<SpecialBasis>[]> Allowed = new("allowed",
        Values.List(LawWords.Choice<SpecialBasis>()), Message.Of("Laws.KeySpecialAllowed"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeSpecialBasis"), Data, Except, Allowed);

    private readonly ImmutableArray<Term> _data = fields.Read(Data).Values();
    private readonly ImmutableArray<Term> _except = fields.Read(Except).Values();
    private readonly Located<SpecialBasis>[] _allowed = fields.Read(Allowed);

    public override void Check(LawCheck check)
    {
        foreach (var data in check.Policy.Data)
        {
            if (!BearsOn(data, check.Policy) || (data.SpecialBasis is { } ground && _allowed.Has(ground)))
                continue;
            var category = data.Category.Key;
            check.NotMet(data.Location,
                data.SpecialBasis is { } other
                    ? Message.Of("Laws.SpecialBasisNotAllowed", category, other.Word())
                    : Message.Of("Laws.NoSpecialBasis", category),
                Message.Of("Laws.MendSpecialBasis", _allowed.Select(one => one.Value.Word()).ToArray()));
        }
    }

    /// <summary>
    /// Whether a law that the policy follows asks the statement for a ground (then it is told there), or leaves the category
    /// out: another article speaks of it.
    /// </summary>
    public static bool Decides(DataStatement statement, Term category, PolicyModel policy) => policy.Laws
        .SelectMany(law => law.Pack.Articles)
        .Select(article => article.Condition)
        .OfType<SpecialBasisCondition>()
        .Any(condition => condition._except.Any(category.IsWithin) || condition.BearsOn(statement, policy));

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is DataStatement data
        && !_except.Any(data.Category.IsWithin)
        && (_data.IsEmpty ? data.Category.Special : data.Category.MeetsAny(_data));
}

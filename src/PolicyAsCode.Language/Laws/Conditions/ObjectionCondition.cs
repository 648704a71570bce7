using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>objection: { to: promotion, unless-basis: consent }</c>: data is used for these purposes only until a person
/// objects. That the policy serves the right to object is another matter (<see cref="RightCondition"/>): a right that no
/// use is stopped by would be none.
/// </summary>
internal sealed class ObjectionCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<Term>[]> To = new("to",
        Values.List(Values.Term(TermKind.Purpose)), Message.Of("Laws.KeyObjectionTo"));
    public static readonly Key<Located<LawfulBasis>[]> UnlessBasis = new("unless-basis",
        Values.List(LawWords.Choice<LawfulBasis>()), Message.Of("Laws.KeyObjectionUnless"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeObjection"), To, UnlessBasis);

    private readonly ImmutableArray<Term> _to = fields.Read(To).Values();
    private readonly Located<LawfulBasis>[] _unless = fields.Read(UnlessBasis);

    public override void Check(LawCheck check)
    {
        foreach (var purpose in check.Policy.Purposes)
            if (BearsOn(purpose, check.Policy) && purpose.Objection != true)
                check.NotMet(purpose.Location,
                    Message.Of("Laws.NoObjection", purpose.Purpose.Key, purpose.Basis!.Value.Word()),
                    Message.Of("Laws.MendObjection"));
    }

    // Without a basis PAC1008 says so, and nobody knows yet whether there is anything to object to.
    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is PurposeStatement { Basis: { } basis } purpose
        && _to.Any(purpose.Purpose.IsWithin) && !_unless.Has(basis);
}

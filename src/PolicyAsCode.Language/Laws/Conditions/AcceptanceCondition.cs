using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>acceptance: { consent-by: [click, signature] }</c>: what a person does to accept the notice counts as consent only
/// where it is an act of consent. A notice that takes mere use for it promises less than the law; where the policy rests
/// nothing on it (<c>as-consent: false</c>), that is a note.
/// </summary>
internal sealed class AcceptanceCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<AcceptedBy>[]> ConsentBy = new("consent-by",
        Values.List(LawWords.Choice<AcceptedBy>()), Message.Of("Laws.KeyConsentBy"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeAcceptance"), ConsentBy);

    private readonly Located<AcceptedBy>[] _consentBy = fields.Read(ConsentBy);

    /// <summary>A notice takes use for consent whatever the policy holds.</summary>
    public override bool IsAskedWithoutData => true;

    public override void Check(LawCheck check)
    {
        if (check.Policy.Acceptance is { By: { } by } acceptance && !_consentBy.Has(by))
            check.Stricter(acceptance.Location, Message.Of("Laws.AcceptedByUse", Manner(by)),
                acceptance.IsConsent ? Message.Of("Laws.MendAcceptance") : Message.Of("Laws.AcceptanceIsNoConsent"),
                isDecided: !acceptance.IsConsent);
    }

    private static Message Manner(AcceptedBy by) => by switch
    {
        AcceptedBy.Click => Message.Of("Laws.ByClick"),
        AcceptedBy.Signature => Message.Of("Laws.BySignature"),
        _ => Message.Of("Laws.ByUse"),
    };

    public override bool BearsOn(Statement statement, PolicyModel policy) => statement is AcceptanceStatement;
}

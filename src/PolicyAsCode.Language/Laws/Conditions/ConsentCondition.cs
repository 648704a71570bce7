using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>consent: { given: [opt-in, explicit], proof: true }</c>: a purpose on consent says how it is given, by an act and
/// not by mere use, and what proves it.
/// </summary>
internal sealed class ConsentCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<ConsentManner>[]> Given = new("given",
        Values.List(LawWords.Choice<ConsentManner>()), Message.Of("Laws.KeyConsentGiven"));
    public static readonly Key<bool> Proof =
        new("proof", Values.Flag, Message.Of("Laws.KeyConsentProof"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeConsent"), Given, Proof);

    private readonly Located<ConsentManner>[] _given = fields.Read(Given);
    private readonly bool _proof = fields.Read(Proof);

    public override void Check(LawCheck check)
    {
        foreach (var purpose in check.Policy.Purposes.Where(purpose => BearsOn(purpose, check.Policy)))
        {
            var name = purpose.Purpose.Key;
            var mend = Message.Of("Laws.MendConsent", (_given is [var first, ..] ? first.Value : default).Word());
            if (purpose.Consent is not { } consent)
                check.NotMet(purpose.Location, Message.Of("Laws.NoConsent", name), mend);
            else if (consent.Given is { } manner && !_given.Has(manner))
                check.Stricter(consent.Location, Message.Of("Laws.ConsentNotValid", name, manner.Word()), mend);
            else if (consent.Given is null || (_proof && consent.Proof is null))
                check.NotMet(consent.Location, Message.Of("Laws.ConsentIncomplete", name), mend);
            else if (_proof && consent.Proof is { } proof && IsNeverKept(proof, check.Policy))
                check.NotMet(consent.Location, Message.Of("Laws.ProofNotKept", name, proof.Key),
                    Message.Of("Laws.MendProofNotKept", proof.Key));
        }
    }

    // What is never stored proves nothing later.
    private static bool IsNeverKept(Term proof, PolicyModel policy) =>
        policy.Data.Where(data => data.Category.MeetsAny([proof])) is var kept
        && kept.Any() && kept.All(data => data.Keep is { NeverStored: true });

    public override bool BearsOn(Statement statement, PolicyModel policy) => statement switch
    {
        PurposeStatement purpose => purpose.Basis == LawfulBasis.Consent,
        ConsentStatement => true,
        _ => false,
    };
}

using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>transfer: { adequate: […], safeguards: […] }</c>: a recipient says where it is; outside the law's area, and the
/// countries that it takes for as safe, a safeguard is named.
/// </summary>
internal sealed class TransferCondition(Fields fields) : LawCondition
{
    private const string ConsentGate = "consent";

    public static readonly Key<Located<string>[]> Adequate = new("adequate",
        Values.List(RegionValue.Any), Message.Of("Laws.KeyAdequate"));
    public static readonly Key<Located<string>[]> InPart = new("adequate-in-part",
        Values.List(RegionValue.Any), Message.Of("Laws.KeyAdequateInPart"));
    public static readonly Key<Located<Safeguard>[]> Safeguards = new("safeguards",
        Values.List(LawWords.Choice<Safeguard>()), Message.Of("Laws.KeySafeguards"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeTransfer"), Adequate, InPart, Safeguards);

    private readonly HashSet<string> _adequate = new(fields.Read(Adequate).Values(), StringComparer.Ordinal);
    private readonly HashSet<string> _inPart = new(fields.Read(InPart).Values(), StringComparer.Ordinal);
    private readonly Located<Safeguard>[] _safeguards = fields.Read(Safeguards);

    public override void Check(LawCheck check)
    {
        foreach (var one in check.Policy.Recipients.Where(one => BearsOn(one, check.Policy)))
        {
            var name = one.Recipient.Key;
            if (one.Regions.IsEmpty)
                check.NotMet(one.Location, Message.Of("Laws.NoRegion", name), Message.Of("Laws.MendRegion"));
            foreach (var region in one.Regions)
                if (!check.Law.HoldsIn(region) && !_adequate.Contains(region))
                    CheckSafeguard(one, name, region, check);
        }
    }

    // Anonymous data is about nobody: no law on personal data asks where it goes.
    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is RecipientStatement { As: not Form.Anonymised };

    private void CheckSafeguard(RecipientStatement recipient, string name, string region, LawCheck check)
    {
        var mend = Message.Of("Laws.MendSafeguard", _safeguards.Select(one => one.Value.Word()).ToArray());
        if (recipient.Safeguard is not { } safeguard)
            check.NotMet(recipient.Location, Message.Of("Laws.NoSafeguard", name, region), mend);
        else if (!_safeguards.Has(safeguard))
            check.NotMet(recipient.Location, Message.Of("Laws.SafeguardNotKnown", name, safeguard.Word()), mend);
        // A law without a list leaves it to the controller to judge the other country's law.
        else if (safeguard == Safeguard.AdequacyDecision && _adequate.Count > 0 && !_inPart.Contains(region))
            check.NotMet(recipient.Location, Message.Of("Laws.NotAdequate", region), mend);
        // Consent is a safeguard once it was given, and not by being named.
        else if (safeguard == Safeguard.ExplicitConsent && recipient.After?.Key != ConsentGate)
            check.NotMet(recipient.Location, Message.Of("Laws.SafeguardNotAsked", name), Message.Of("Laws.MendAfterConsent"));
    }
}

using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>recipients:</c>.</summary>
internal static class RecipientBinder
{
    /// <summary>The forms of data, as policies and bindings write them.</summary>
    internal static readonly Value<Form> Forms = Values.Choice(
        ("raw", Form.Raw), ("pseudonymised", Form.Pseudonymised), ("aggregated", Form.Aggregated),
        ("anonymised", Form.Anonymised));

    private static readonly Key<string> s_role = new("role",
        Values.Word("processor", "controller", "joint-controller", "authority"),
        Message.Of("Keys.RecipientRole"));

    /// <summary>The roles that there are, as policies and laws write them.</summary>
    public static Value<string> Roles => s_role.Value;

    private static readonly Key<Message> s_contract =
        new("contract", Values.Sentence, Message.Of("Keys.RecipientContract"));
    private static readonly Key<Located<string>[]> s_region =
        new("region", Values.List(RegionValue.Any), Message.Of("Keys.RecipientRegion"));
    private static readonly Key<Safeguard> s_safeguard =
        new("safeguard", Values.Choice(
            ("adequacy-decision", Safeguard.AdequacyDecision),
            ("standard-contractual-clauses", Safeguard.StandardContractualClauses),
            ("binding-corporate-rules", Safeguard.BindingCorporateRules),
            ("code-of-conduct", Safeguard.CodeOfConduct),
            ("certification", Safeguard.Certification),
            ("international-agreement", Safeguard.InternationalAgreement),
            ("explicit-consent", Safeguard.ExplicitConsent)), Message.Of("Keys.RecipientSafeguard"));
    private static readonly Key<Term> s_after =
        new("after", Values.Term(TermKind.Gate), Message.Of("Keys.RecipientAfter"));
    private static readonly Key<Located<Term>[]> s_receives =
        new("receives", Values.List(Values.Term(TermKind.Category)),
            Message.Of("Keys.RecipientReceives"));
    private static readonly Key<Form> s_as = new("as", Forms, Message.Of("Keys.RecipientAs"));
    private static readonly Key<Located<Term>[]> s_for =
        new("for", Values.List(Values.Term(TermKind.Purpose)), Message.Of("Keys.RecipientFor"));
    private static readonly Key<RecipientAction> s_action = new("action", Values.Choice(
        ("share", RecipientAction.Share), ("sell", RecipientAction.Sell), ("rent", RecipientAction.Rent),
        ("trade", RecipientAction.Trade)),
        Message.Of("Keys.RecipientAction"));
    private static readonly Key<Announcement> s_announce =
        new("announce", ChangesBinder.AnnouncementValue, Message.Of("Keys.RecipientAnnounce"));
    private static readonly Key<bool> s_legalRequest =
        new("legal-request", Values.Flag, Message.Of("Keys.RecipientLegalRequest"));
    private static readonly Key<bool> s_confidentiality =
        new("confidentiality", Values.Flag, Message.Of("Keys.RecipientConfidentiality"));

    /// <summary>What can be said of a recipient.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Recipient"), StatementKeys.Clause, StatementKeys.Origin,
        s_action, s_role, s_contract, s_confidentiality, s_region, s_safeguard, s_receives, s_as, s_for, s_after,
        s_announce, s_legalRequest);
    private static readonly Value<Term> s_recipient = Values.Term(TermKind.Recipient);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<BoundRecipient> Bind(SyntaxNode? section, BindingContext context, Uses uses)
    {
        var bound = ImmutableArray.CreateBuilder<BoundRecipient>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Recipients"), Shape))
        {
            var whose = Message.Quoted(entry.Key.Value);
            s_recipient.TryRead(entry.Key, context, out var recipient);
            var fields = Fields.Read(entry.Value, Shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(whose, context);
            fields.TryRequire(s_receives, whose, out var receives);
            fields.TryRequire(s_for, whose, out var purposes);
            var role = fields.Read(s_role);
            var contract = fields.Read(s_contract);
            var regions = fields.Read(s_region);
            Safeguard? safeguard = fields.TryRead(s_safeguard, out var makesLawful) ? makesLawful : null;
            var after = fields.Read(s_after);
            var announced = fields.ReadOptional(s_announce);
            var onLegalRequest = fields.Read(s_legalRequest);
            var isConfidential = fields.Read(s_confidentiality);
            // An action that cannot be read is no sale that anybody would have to find.
            var action = fields.Read(s_action);
            (purposes, receives) = (purposes ?? [], receives ?? []);
            uses.Purposes.Add(purposes);
            uses.Categories.Add(receives);
            // A form that cannot be read grants the least, not the most.
            var form = fields.TryRead(s_as, out var read) ? read : fields.Has(s_as) ? Form.Anonymised : Form.Raw;
            if (recipient is null)
                continue;
            bound.Add(new(
                new()
                {
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Recipient = recipient,
                    Role = role,
                    Contract = contract,
                    Regions = regions.Values(),
                    Safeguard = safeguard,
                    After = after,
                    Action = action,
                    Announced = announced,
                    OnLegalRequest = onLegalRequest,
                    IsConfidential = isConfidential,
                    Receives = receives.Values(),
                    As = form,
                    Purposes = purposes.Values(),
                    Location = context.Locate(entry.Key.Range),
                },
                receives,
                purposes));
        }
        return bound.ToImmutable();
    }
}

/// <summary>A statement on a recipient, and where each of its terms stands.</summary>
internal sealed record BoundRecipient(
    RecipientStatement Statement, Located<Term>[] Receives, Located<Term>[] Purposes);

using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>contract: { roles: [processor], usually: service-provider }</c>: a recipient of these roles is bound by a contract.
/// Who usually has such a role, and says another one, is asked about it where no contract is named: the policy alone says
/// for whom somebody acts.
/// </summary>
internal sealed class ContractCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<string>[]> Roles = new("roles",
        Values.List(RecipientBinder.Roles), Message.Of("Laws.KeyContractRoles"));

    public static readonly Key<Located<Term>[]> Usually = new("usually",
        Values.List(Values.Term(TermKind.Recipient)), Message.Of("Laws.KeyContractUsually"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeContract"), Roles, Usually);

    private readonly ImmutableArray<string> _roles = fields.Read(Roles).Values();

    private readonly ImmutableArray<Term> _usually = fields.Read(Usually).Values();

    public override void Check(LawCheck check)
    {
        foreach (var one in check.Policy.Recipients)
            if (one.Contract is null && one.Role is { } other && !_roles.Contains(other) && _usually.Any(one.Recipient.IsWithin))
                check.Doubtful(one.Location, Message.Of("Laws.UnusualRole", one.Recipient.Key, other),
                    Message.Of("Laws.MendUnusualRole", _roles.ToArray()), isNote: true);
            else if (BearsOn(one, check.Policy) && one.Contract is null)
                check.NotMet(one.Location,
                    one.Role is { } role
                        ? Message.Of("Laws.NoContract", one.Recipient.Key, role)
                        : Message.Of("Laws.NoRole", one.Recipient.Key),
                    one.Role is null ? Message.Of("Laws.MendRole") : Message.Of("Laws.MendContract"));
    }

    // Whoever does not say for whom it acts may be one of them.
    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is RecipientStatement recipient && (recipient.Role is null || _roles.Contains(recipient.Role));
}

using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary><c>contract: { roles: [processor] }</c>: a recipient of these roles is bound by a contract.</summary>
internal sealed class ContractCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<string>[]> Roles = new("roles",
        Values.List(RecipientBinder.Roles), Message.Of("Laws.KeyContractRoles"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeContract"), Roles);

    private readonly ImmutableArray<string> _roles = fields.Read(Roles).Values();

    public override void Check(LawCheck check)
    {
        foreach (var one in check.Policy.Recipients)
            if (BearsOn(one, check.Policy) && one.Contract is null)
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

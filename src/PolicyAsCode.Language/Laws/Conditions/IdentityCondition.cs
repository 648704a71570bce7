using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary><c>identity: { of: [access, …] }</c>: whoever asks is known before these rights are served.</summary>
internal sealed class IdentityCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<string>[]> Of =
        new("of", Values.List(RightBinder.Rights), Message.Of("Laws.KeyRightsNamed"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeIdentity"), Of);

    private readonly ImmutableArray<string> _rights = fields.Read(Of).Values();

    public override void Check(LawCheck check)
    {
        foreach (var right in check.Policy.Rights)
            if (BearsOn(right, check.Policy) && !right.VerifyIdentity)
                check.NotMet(right.Location, Message.Of("Laws.NotVerified", right.Right), Message.Of("Laws.MendVerify"));
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is RightStatement right && _rights.Contains(right.Right);
}

using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>protection: { data: [special] }</c>: the policy says how data is protected, and of these categories each for itself.
/// </summary>
internal sealed class ProtectionCondition(Fields fields) : LawCondition
{
    public static readonly Key<ImmutableArray<Located<Term>>> Data = new("data",
        Values.List(Values.Term(TermKind.Category)), Message.Of("Laws.KeyProtectedData"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeProtection"), Data);

    private readonly ImmutableArray<Term> _data = fields.Read(Data).Values();

    public override void Check(LawCheck check)
    {
        var policy = check.Policy;
        if (policy.Data.IsEmpty)
            return;
        var mend = Message.Of("Laws.MendProtect");
        if (policy.Protection.IsEmpty && policy.Data.All(data => data.Protect.IsEmpty))
            check.NotMet(null, Message.Of("Laws.NoProtection"), mend);
        else
            foreach (var data in policy.Data)
                if (_data.Any(data.Category.IsWithin) && data.Protect.IsEmpty
                    && !policy.Protection.Any(one => one.Covers(data.Category)))
                    check.NotMet(data.Location, Message.Of("Laws.NotProtected", data.Category.Key), mend);
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is ProtectionStatement || (statement is DataStatement data && data.Category.IsWithinAny(_data));
}

using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>protection: { data: [special] }</c>: the policy says how these categories are protected, also where they are never
/// stored; of nothing named, how all that is stored is.
/// </summary>
internal sealed class ProtectionCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<Term>[]> Data = new("data",
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
                if (IsAsked(data) && data.Protect.IsEmpty && !policy.Protection.Any(one => one.Covers(data.Category)))
                    check.NotMet(data.Location, Message.Of("Laws.NotProtected", data.Category.Key), mend);
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is ProtectionStatement || (statement is DataStatement data && data.Category.IsWithinAny(_data));

    // One protected category protects none of the others.
    private bool IsAsked(DataStatement data) =>
        _data.IsEmpty ? data.Keep is not { NeverStored: true } : data.Category.MeetsAny(_data);
}

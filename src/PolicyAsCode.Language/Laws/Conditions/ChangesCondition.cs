using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary><c>changes: { told: before }</c>: people learn of a material change before it happens.</summary>
internal sealed class ChangesCondition(Fields fields) : LawCondition
{
    public static readonly Key<Announcement> Told =
        new("told", LawWords.Choice<Announcement>(), Message.Of("Laws.KeyToldWhen"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeChanges"), Told);

    private readonly Announcement _told = fields.Read(Told);

    public override void Check(LawCheck check)
    {
        var mend = Message.Of("Laws.MendChanges", _told.Word());
        if (check.Policy.Changes is not { Material: { } told } changes)
            check.NotMet(check.Policy.Changes?.Location, Message.Of("Laws.NoChanges"), mend);
        else if (told > _told)
            check.Stricter(changes.Location, Message.Of("Laws.ToldLate"), mend);
        else if (!changes.IsPublished && changes.Notify.IsEmpty)
            check.NotMet(changes.Location, Message.Of("Laws.ToldNowhere"), Message.Of("Laws.MendToldNowhere"));
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) => statement is ChangesStatement;
}

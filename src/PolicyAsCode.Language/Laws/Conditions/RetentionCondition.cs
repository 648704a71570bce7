using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>retention: { then: [erase, anonymise], no-longer-than: 1 year, because-beyond: 10 years, data: […] }</c>: what happens
/// after the time, the longest that data is kept, and beyond which time the policy says why. That a time is stated at all is PAC1007, for every policy.
/// </summary>
internal sealed class RetentionCondition(Fields fields) : LawCondition
{
    public static readonly Key<Located<RetentionAction>[]> Then = new("then",
        Values.List(LawWords.Choice<RetentionAction>()), Message.Of("Laws.KeyThenAllowed"));
    public static readonly Key<Duration> NoLongerThan =
        new("no-longer-than", Values.Duration, Message.Of("Laws.KeyNoLongerThan"));
    public static readonly Key<Duration> BecauseBeyond =
        new("because-beyond", Values.Duration, Message.Of("Laws.KeyBecauseBeyond"));
    public static readonly Key<Located<Term>[]> Data = new("data",
        Values.List(Values.Term(TermKind.Category)), Message.Of("Laws.KeyRetentionData"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeRetention"), Then, NoLongerThan, BecauseBeyond, Data);

    private readonly Located<RetentionAction>[] _then = fields.Read(Then);
    private readonly Duration? _most = fields.TryRead(NoLongerThan, out var most) ? most : null;
    private readonly Duration? _unexplained = fields.TryRead(BecauseBeyond, out var unexplained) ? unexplained : null;
    private readonly ImmutableArray<Term> _data = fields.Read(Data).Values();

    public override Duration? Term => _most;

    public override void Check(LawCheck check)
    {
        foreach (var data in check.Policy.Data)
        {
            if (data.Keep is not { NeverStored: false } keep || !BearsOn(data, check.Policy))
                continue;
            var category = data.Category.Key;
            if (_then.Length > 0 && !_then.Has(keep.Then))
                check.NotMet(keep.Location, Message.Of("Laws.KeptOn", category, keep.Then.Word()),
                    Message.Of("Laws.MendThen", _then.Select(one => one.Value.Word()).ToArray()));
            // A minimum that another law asks is no promise of this policy: it is told, and not forbidden.
            if (_most is { } longest && (keep.AtMost ?? keep.AtLeast) is { } time
                && time.IsLonger(longest, check.BusinessDays) != Longer.Never)
                check.Stricter(keep.Location, Message.Of("Laws.KeptLonger", category, time.InWords(), longest.InWords()),
                    Message.Of("Laws.MendKeep", longest), isDecided: keep.AtMost is null);
            else if (_unexplained is { } usual && keep.Because is null && keep.AtMost is { } kept
                && kept.IsLonger(usual, check.BusinessDays) != Longer.Never)
                check.Doubtful(keep.Location, Message.Of("Laws.KeptWithoutReason", category, kept.InWords()),
                    Message.Of("Laws.MendReason", usual.InWords()));
        }
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is RetentionStatement || (statement is DataStatement data && data.Category.IsWithinAny(_data));
}

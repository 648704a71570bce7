using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>right: { name: access, within: 72 hours }</c>: the policy serves a right, and in time. A notice that promises more
/// time than the law gives is reported; where the policy holds the law's term beside it (<c>promised:</c>), as a note.
/// </summary>
internal sealed class RightCondition(Fields fields) : LawCondition
{
    public static readonly Key<string> Name = new("name", RightBinder.Rights, Message.Of("Laws.KeyRightName"));
    public static readonly Key<Duration> Within =
        new("within", Values.Duration, Message.Of("Laws.KeyRightWithin"));
    public static readonly Key<Duration> Extension =
        new("extension", Values.Duration, Message.Of("Laws.KeyRightExtension"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeRight"),
        Name, Within, Extension, Occasion.Bases, Occasion.Purposes, Occasion.Data);

    private readonly string _right = fields.TryRequire(Name, Message.Of("Laws.TheCondition"), out var name) ? name : "";
    private readonly Duration? _within = fields.TryRead(Within, out var within) ? within : null;
    private readonly Duration? _extension = fields.TryRead(Extension, out var extension) ? extension : null;
    private readonly Occasion _when = new(fields);

    public override Duration? Term => _within;

    public override void Check(LawCheck check)
    {
        if (!_when.Arises(check.Policy))
            return;
        if (check.Policy.Rights.FirstOrDefault(one => one.Right == _right) is not { } right)
            check.NotMet(null, Message.Of("Laws.NoRight", _right), Message.Of("Laws.MendRight", _right, Example()));
        else
        {
            CheckPeople(right, check);
            if (_within is { } term)
                CheckTime(right, term, check);
        }
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is RightStatement right && right.Right == _right && _when.Arises(policy);

    // Nobody named is everybody. A law gives a right to all whom it protects.
    private void CheckPeople(RightStatement right, LawCheck check)
    {
        var area = check.Law.Area;
        if (!right.People.IsEmpty && !area.All(part => right.People.Any(people => Regions.Contains(people, part))))
            check.Stricter(right.Location, Message.Of("Laws.PeopleFewer", _right, area.ToArray()),
                Message.Of("Laws.MendPeople", area.ToArray()));
    }

    private void CheckTime(RightStatement right, Duration term, LawCheck check)
    {
        var mend = Message.Of("Laws.MendWithin", term, right.Within ?? term);
        if (right.Within is not { } within)
            check.NotMet(right.Location, Message.Of("Laws.NoTime", _right), Message.Of("Laws.AddWithin", term));
        else if (Longer(within, term, check) is { } longer)
            check.Stricter(right.Location, longer, mend);
        else if (right.Starts == RightStart.Confirmation)
            check.Stricter(right.Location, Message.Of("Laws.StartsLate", _right), Message.Of("Laws.MendStart"));
        else if (right.Promised is { } promised && PromisedLonger(promised, term, check) is { } weaker)
            check.Stricter(right.Location, weaker, Message.Of("Laws.DecidedWithin", within.InWords()), isDecided: true);
        if (right.Extension is { } late)
            CheckExtension(right, late, check);
    }

    // A law that sets a term and no further time grants none: a delay that is announced breaks the term as well.
    private void CheckExtension(RightStatement right, RightExtension late, LawCheck check)
    {
        if (_extension is not { } most)
            check.Stricter(right.Location, Message.Of("Laws.NoExtension", _right, late.Within.InWords()),
                Message.Of("Laws.MendNoExtension"));
        else if (late.Within.IsLonger(most, check.BusinessDays) != Calendars.Longer.Never)
            check.Stricter(right.Location, Message.Of("Laws.ExtensionLonger", _right, late.Within.InWords(), most.InWords()),
                Message.Of("Laws.MendExtension", most));
        else if (!late.IsExplained)
            check.Stricter(right.Location, Message.Of("Laws.ExtensionUnexplained", _right),
                Message.Of("Laws.MendExtension", most));
    }

    private Message? Longer(Duration promise, Duration term, LawCheck check) =>
        promise.IsLonger(term, check.BusinessDays) switch
        {
            Calendars.Longer.Always => Message.Of("Laws.TimeLonger", _right, promise.InWords(), term.InWords()),
            Calendars.Longer.Sometimes => Message.Of("Laws.TimeMayBeLonger", _right, promise.InWords(), term.InWords()),
            _ => null,
        };

    private Message? PromisedLonger(Duration promise, Duration term, LawCheck check) =>
        promise.IsLonger(term, check.BusinessDays) switch
        {
            Calendars.Longer.Always => Message.Of("Laws.PromiseLonger", _right, promise.InWords(), term.InWords()),
            Calendars.Longer.Sometimes => Message.Of("Laws.PromiseMayBeLonger", _right, promise.InWords(), term.InWords()),
            _ => null,
        };

    private string Example() => _within is { } term ? $"{{ origin: decision, within: {term} }}" : "{ origin: decision }";
}

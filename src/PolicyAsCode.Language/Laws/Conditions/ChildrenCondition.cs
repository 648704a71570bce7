using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>children: { below: 16 }</c>: younger people are refused, or a parent consents. Asked of a policy that speaks of
/// children or of an age; nobody's age can be read from one that does not.
/// </summary>
internal sealed class ChildrenCondition(Fields fields) : LawCondition
{
    private const string Child = "child";

    public static readonly Key<int> Below = new("below", Values.Number, Message.Of("Laws.KeyChildAge"));

    public static readonly Shape Shape = new(Message.Of("Laws.ShapeChildren"), Below, Occasion.Bases);

    private readonly int _below = fields.TryRequire(Below, Message.Of("Laws.TheCondition"), out var below) ? below : 0;
    private readonly Occasion _when = new(fields);

    public override void Check(LawCheck check)
    {
        if (!_when.Arises(check.Policy))
            return;
        var mend = Message.Of("Laws.MendAge", _below);
        if (check.Policy.Age is { } age)
        {
            if (age.Minimum < _below)
                check.Stricter(age.Location, Message.Of("Laws.AgeTooLow", age.Minimum, _below), mend);
        }
        else if (check.Policy.Statements().FirstOrDefault(IsAboutChildren) is { } children)
            check.NotMet(children.Location, Message.Of("Laws.NoAge"), mend);
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        _when.Arises(policy) && (statement is AgeStatement || IsAboutChildren(statement));

    private static bool IsAboutChildren(Statement statement) => statement switch
    {
        SubjectStatement subject => IsChild(subject.Subject),
        DataStatement data => data.Subjects.Any(IsChild),
        _ => false,
    };

    private static bool IsChild(Term subject) => subject.SelfAndBroader().Any(term => term.Key == Child);
}

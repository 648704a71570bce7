using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary><c>stated: contact</c>: the policy says a thing that people must be told; <see cref="StatedParts"/> lists them.</summary>
internal sealed class StatedCondition(StatedPart part, Fields fields) : LawCondition
{
    private readonly Occasion _when = new(fields);

    public static readonly Key<string> Part =
        new("part", Values.Word([.. StatedParts.All.Keys.OrderBy(word => word, StringComparer.Ordinal)]), Message.Of("Laws.KeyStatedPart"));

    public static readonly Shape Shape =
        new(Message.Of("Laws.ShapeStated"), Part, Occasion.Bases, Occasion.Purposes, Occasion.Data);

    public override void Check(LawCheck check)
    {
        if (_when.Arises(check.Policy))
            part.Check(check);
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        _when.Arises(policy) && part.BearsOn(statement);
}

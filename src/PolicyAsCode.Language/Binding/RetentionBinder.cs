using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>keep:</c>: how long, from when, and what happens then; or <c>never-stored</c>.</summary>
internal static class RetentionBinder
{
    /// <summary>What happens once the time is over.</summary>
    internal static readonly Value<RetentionAction> Actions = Values.Choice(
        ("erase", RetentionAction.Erase), ("anonymise", RetentionAction.Anonymise), ("review", RetentionAction.Review));

    private const string NeverStored = "never-stored";
    private const string Example = "keep: { for: 2 years, from: last-purchase, then: erase }";

    private static readonly Key<Duration> s_for =
        new("for", Values.Retention, Message.Of("Keys.KeepFor"));
    private static readonly Key<Duration> s_atLeast =
        new("at-least", Values.Retention, Message.Of("Keys.KeepAtLeast"));
    private static readonly Key<string> s_because =
        new("because", Values.Text, Message.Of("Keys.KeepBecause"));
    private static readonly Key<Term> s_from =
        new("from", Values.Term(TermKind.Anchor), Message.Of("Keys.KeepFrom"));
    private static readonly Key<RetentionAction> s_then = new("then", Actions, Message.Of("Keys.KeepThen"));

    /// <summary>What can be said of how long data is kept.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Retention"), 
            StatementKeys.Clause, StatementKeys.Origin, s_for, s_atLeast, s_because, s_from, s_then);

    /// <summary>What may stand behind <c>keep:</c>.</summary>
    public static readonly Value<SyntaxNode> Keep =
        Groups.Or(new Written.Choice([NeverStored]), new Written.Group(Shape));

    /// <summary>Reads the retention of a category; null where there is none, or none that can be used.</summary>
    public static RetentionStatement? Bind(Fields data, Key<SyntaxNode> keep, string category, BindingContext context)
    {
        if (!data.Has(keep))
        {
            if (!data.IsDamaged)
                context.Report(PolicyRules.RetentionNotConcrete, data.Owner,
                    Message.Of("Statements.NoKeep", category, Example));
            return null;
        }

        var place = data.Place(keep);
        switch (data.Node(keep))
        {
            case ScalarNode { Value: NeverStored }:
                return new() { NeverStored = true, Location = context.Locate(place) };
            case ScalarNode { IsMissing: true, IsDamaged: true }:
                return null;
            case ScalarNode scalar:
                var question = scalar.IsMissing ? Message.Of("Statements.KeepEmpty")
                    : Duration.TryParse(scalar.Value, out _) || MeantDuration.Of(scalar.Value) is not null
                        ? Message.Of("Statements.KeepLengthOnly", scalar.Value)
                        : VagueDuration.Question(scalar.Value);
                context.Report(PolicyRules.RetentionNotConcrete, scalar.IsMissing ? place : scalar.Range,
                    Message.Sentences(question, Message.Of("Statements.KeepWrite", Example, NeverStored)));
                return null;
            case { } node:
                return Bind(Fields.Read(node, Shape, place, context), category, context);
            default:
                return null;
        }
    }

    private static RetentionStatement? Bind(Fields fields, string category, BindingContext context)
    {
        Duration? atMost = fields.TryRead(s_for, out var longest) ? longest : null;
        Duration? atLeast = fields.TryRead(s_atLeast, out var shortest) ? shortest : null;
        var isComplete = Require(fields, fields.Has(s_for) || fields.Has(s_atLeast), context,
            Message.Of("Statements.KeepNotHowLong", category));
        isComplete &= Require(fields, fields.Has(s_from), context, Message.Of("Statements.KeepNotFrom", category));
        isComplete &= Require(fields, fields.Has(s_then), context, Message.Of("Statements.KeepNotThen", category));
        if (fields.Has(s_atLeast))
            fields.ReportMissing(s_because, Message.Of("Statements.MinimumTimeOf", category));
        if (atMost is { } most && atLeast is { } least && DurationOrder.Compare(least, most) > 0)
            context.Report(PolicyRules.RetentionNotConcrete, fields.Node(s_for)!.Range,
                Message.Of("Statements.KeepContradiction", category, most, least));

        isComplete &= fields.TryRead(s_then, out var then);
        var retention = new RetentionStatement
        {
            Clauses = fields.Read(StatementKeys.Clause).Values(),
            IsDecision = fields.Read(StatementKeys.Origin) is not null,
            AtMost = atMost,
            AtLeast = atLeast,
            Because = fields.Read(s_because),
            From = fields.Read(s_from),
            Then = then,
            Location = context.Locate(fields.Owner),
        };
        return isComplete && (atMost ?? atLeast) is not null && retention.From is not null ? retention : null;
    }

    private static bool Require(Fields fields, bool isThere, BindingContext context, Message missing)
    {
        if (!isThere && !fields.IsDamaged)
            context.Report(PolicyRules.RetentionNotConcrete, fields.Owner, missing);
        return isThere;
    }
}

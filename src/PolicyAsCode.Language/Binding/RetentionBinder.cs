using System.Collections.Immutable;
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
    private static readonly Key<Message> s_because =
        new("because", Values.Sentence, Message.Of("Keys.KeepBecause"));
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
    /// <param name="data">The statement on the category.</param>
    /// <param name="keep">The key of the retention.</param>
    /// <param name="category">The category.</param>
    /// <param name="clauses">The statement's clauses: they state a retention that names none of its own.</param>
    /// <param name="isDecision">Whether the statement is a decision.</param>
    /// <param name="context">The file.</param>
    public static RetentionStatement? Bind(
        Fields data, Key<SyntaxNode> keep, string category, ImmutableArray<string> clauses, bool isDecision,
        BindingContext context)
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
                return new()
                {
                    NeverStored = true,
                    Clauses = clauses,
                    IsDecision = isDecision,
                    Location = context.Locate(place),
                };
            case ScalarNode { IsMissing: true, IsDamaged: true }:
                return null;
            case ScalarNode { IsMissing: true } or MappingNode { Entries.IsEmpty: true, IsDamaged: false }:
                context.ReportUnread(PolicyRules.RetentionNotConcrete, place,
                    Message.Sentences(Message.Of("Statements.KeepEmpty"), Message.Of("Statements.KeepWrite", Example, NeverStored)));
                return null;
            case ScalarNode scalar:
                var question = Duration.TryParse(scalar.Value, out _) || MeantDuration.Of(scalar.Value) is not null
                        ? Message.Of("Statements.KeepLengthOnly", scalar.Value)
                        : VagueDuration.Question(scalar.Value);
                context.ReportUnread(PolicyRules.RetentionNotConcrete, scalar.Range,
                    Message.Sentences(question, Message.Of("Statements.KeepWrite", Example, NeverStored)));
                return null;
            case { } node:
                return Bind(Fields.Read(node, Shape, place, context), category, clauses, isDecision, context);
            default:
                return null;
        }
    }

    private static RetentionStatement? Bind(
        Fields fields, string category, ImmutableArray<string> clauses, bool isDecision, BindingContext context)
    {
        Duration? atMost = fields.TryRead(s_for, out var longest) ? longest : null;
        Duration? atLeast = fields.TryRead(s_atLeast, out var shortest) ? shortest : null;
        var (hasLength, hasFrom, hasThen) =
            (fields.Has(s_for) || fields.Has(s_atLeast), fields.Has(s_from), fields.Has(s_then));
        if (!hasLength)
            ReportMissing(fields, Message.Of("Statements.KeepNotHowLong", category), context);
        if (!hasFrom)
            ReportMissing(fields, Message.Of("Statements.KeepNotFrom", category), context);
        if (!hasThen)
            ReportMissing(fields, Message.Of("Statements.KeepNotThen", category), context);
        if (fields.Has(s_atLeast))
            fields.ReportMissing(s_because, Message.Of("Statements.MinimumTimeOf", category));
        if (atMost is { } most && atLeast is { } least && DurationOrder.Compare(least, most) > 0)
            context.Report(PolicyRules.RetentionNotConcrete, fields.Node(s_for)!.Range,
                Message.Of("Statements.KeepContradiction", category, most, least));

        var isComplete = fields.TryRead(s_then, out var then) && hasLength && hasFrom;
        fields.TryReadValues(StatementKeys.Clause, out var ownClauses);
        var isOwnDecision = fields.Read(StatementKeys.Origin) is not null;
        var hasOrigin = !ownClauses.IsEmpty || isOwnDecision;
        var retention = new RetentionStatement
        {
            Clauses = hasOrigin ? ownClauses : clauses,
            IsDecision = hasOrigin ? isOwnDecision : isDecision,
            AtMost = atMost,
            AtLeast = atLeast,
            Because = fields.Read(s_because),
            From = fields.Read(s_from),
            Then = then,
            Location = context.Locate(fields.Owner),
        };
        return isComplete && (atMost ?? atLeast) is not null && retention.From is not null ? retention : null;
    }

    private static void ReportMissing(Fields fields, Message missing, BindingContext context)
    {
        if (!fields.IsDamaged)
            context.Report(PolicyRules.RetentionNotConcrete, fields.Owner, missing);
    }
}

using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>keep:</c>: how long, from when, and what happens then; or <c>never-stored</c>.</summary>
internal static class RetentionBinder
{
    private const string NeverStored = "never-stored";
    private const string Example = "keep: { for: 2 years, from: last-purchase, then: erase }";

    private static readonly Key<Duration> s_for =
        new("for", Values.Retention, "It is the longest that the data is kept.");
    private static readonly Key<Duration> s_atLeast =
        new("at-least", Values.Retention, "It is how long a law wants the data kept.");
    private static readonly Key<string> s_because =
        new("because", Values.Text, "Whoever asks for erasure before that is told why.");
    private static readonly Key<Term> s_from =
        new("from", Values.Term(TermKind.Anchor), "It names the event from which the time counts.");
    private static readonly Key<RetentionAction> s_then = new("then", Values.Choice(
        ("erase", RetentionAction.Erase), ("anonymise", RetentionAction.Anonymise), ("review", RetentionAction.Review)),
        "It says what happens once the time is over.");
    private static readonly Shape s_shape =
        new("a retention", s_for, s_atLeast, s_because, s_from, s_then, StatementKeys.Clause, StatementKeys.Origin);

    /// <summary>Reads the retention of a category; null where there is none, or none that can be used.</summary>
    public static RetentionStatement? Bind(Fields data, Key<SyntaxNode> keep, string category, BindingContext context)
    {
        if (!data.Has(keep))
        {
            if (!data.IsDamaged)
                context.Report(PolicyRules.RetentionNotConcrete, data.Owner,
                    $"'{category}' says for what it is used, but not how long it is kept. Add 'keep:', "
                    + $"for example: {Example}");
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
                var question = scalar.IsMissing ? "'keep:' says nothing."
                    : Duration.TryParse(scalar.Value, out _) || MeantDuration.Of(scalar.Value) is not null
                        ? $"'{scalar.Value}' says how long, and neither from when nor what happens then."
                        : VagueDuration.Question(scalar.Value);
                context.Report(PolicyRules.RetentionNotConcrete, scalar.IsMissing ? place : scalar.Range,
                    $"{question} Write how long, from when, and what then, for example: {Example}; or "
                    + $"'{NeverStored}'.");
                return null;
            case { } node:
                return Bind(Fields.Read(node, s_shape, place, context), category, context);
            default:
                return null;
        }
    }

    private static RetentionStatement? Bind(Fields fields, string category, BindingContext context)
    {
        Duration? atMost = fields.TryRead(s_for, out var longest) ? longest : null;
        Duration? atLeast = fields.TryRead(s_atLeast, out var shortest) ? shortest : null;
        var isComplete = Require(fields, fields.Has(s_for) || fields.Has(s_atLeast), category, context,
            "how long. Add 'for:' with the longest time, for example: for: 2 years");
        isComplete &= Require(fields, fields.Has(s_from), category, context,
            "from when its time counts. Add 'from:' with an event, for example: from: last-purchase");
        isComplete &= Require(fields, fields.Has(s_then), category, context,
            "what happens after its time. Add 'then:' with erase, anonymise or review");
        if (fields.Has(s_atLeast))
            fields.ReportMissing(s_because, $"The minimum time of '{category}'");
        if (atMost is { } most && atLeast is { } least && DaysOf(least) > DaysOf(most))
            context.Report(PolicyRules.RetentionNotConcrete, fields.Node(s_for)!.Range,
                $"'{category}' is kept at most {most} and at least {least}: both cannot be true. Mend one of the two.");

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

    private static bool Require(Fields fields, bool isThere, string category, BindingContext context, string what)
    {
        if (!isThere && !fields.IsDamaged)
            context.Report(PolicyRules.RetentionNotConcrete, fields.Owner,
                $"'{category}' is kept, but nothing says {what}.");
        return isThere;
    }

    // Long enough to tell which of two is longer; nothing is computed from it.
    private static double DaysOf(Duration duration) => duration.Count * duration.Unit switch
    {
        DurationUnit.Hours => 1 / 24d,
        DurationUnit.BusinessDays => 7 / 5d,
        DurationUnit.Weeks => 7,
        DurationUnit.Months => 30.436875,
        DurationUnit.Years => 365.2425,
        _ => 1,
    };
}

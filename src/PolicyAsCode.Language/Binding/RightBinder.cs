using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>rights:</c>.</summary>
internal static class RightBinder
{
    /// <summary>The rights.</summary>
    public static readonly Value<string> Rights = Values.Word(
        "information", "access", "rectification", "erasure", "restriction", "portability", "objection",
        "withdraw-consent", "automated-decisions", "complaint");

    private static readonly Key<Duration> s_within =
        new("within", Values.Duration, Message.Of("Keys.RightWithin"));
    private static readonly Key<bool> s_verify =
        new("verify-identity", Values.Flag, Message.Of("Keys.RightVerifyIdentity"));
    private static readonly Key<bool> s_confirm = new("confirm", Values.Flag, Message.Of("Keys.RightConfirm"));
    private static readonly Key<Located<string>[]> s_notify =
        new("notify", Values.List(Values.Word("email", "sms", "post")),
            Message.Of("Keys.RightNotify"));
    private static readonly Key<bool> s_reversible =
        new("reversible", Values.Flag, Message.Of("Keys.RightReversible"));
    private static readonly Key<string> s_format =
        new("format", Values.Word("json", "csv", "html", "pdf"), Message.Of("Keys.RightFormat"));
    private static readonly Key<Duration> s_promised =
        new("promised", Values.Duration, Message.Of("Keys.RightPromised"));
    private static readonly Key<RightStart> s_starts = new("starts", Values.Choice(
        ("request", RightStart.Request), ("confirmation", RightStart.Confirmation)),
        Message.Of("Keys.RightStarts"));
    private static readonly Key<Duration> s_longer =
        new("within", Values.Duration, Message.Of("Keys.RightFurtherTime"));
    private static readonly Key<bool> s_explained =
        new("explained", Values.Flag, Message.Of("Keys.RightExplained"));
    private static readonly Shape s_extensionShape = new(Message.Of("Shapes.Extension"), s_longer, s_explained);
    private static readonly Key<SyntaxNode> s_extension =
        new("extension", Groups.Of(s_extensionShape), Message.Of("Keys.RightExtension"));
    private static readonly Key<Term> s_evidence =
        new("evidence", Values.Term(TermKind.Category), Message.Of("Keys.RightEvidence"));
    private static readonly Key<Located<Term>[]> s_asks =
        new("asks", Values.List(Values.Term(TermKind.Category)), Message.Of("Keys.RightAsks"));
    private static readonly Key<Located<string>[]> s_channels =
        new("channels", Values.List(Values.Word("email", "phone", "form", "post", "in-app")),
            Message.Of("Keys.RightChannels"));
    private static readonly Key<bool> s_offerExport =
        new("offer-export", Values.Flag, Message.Of("Keys.RightOfferExport"));
    private static readonly Key<bool> s_evaluated =
        new("evaluated", Values.Flag, Message.Of("Keys.RightEvaluated"));
    private static readonly Key<Located<string>[]> s_people =
        new("people", Values.List(RegionValue.Any), Message.Of("Keys.RightPeople"));

    /// <summary>What can be said of a right.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Right"), StatementKeys.Clause, StatementKeys.Origin,
        s_within, s_promised, s_starts, s_extension, s_channels, s_asks, s_verify, s_evidence, s_confirm, s_evaluated,
        s_offerExport, s_notify, s_reversible, s_format, s_people);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<RightStatement> Bind(SyntaxNode? section, BindingContext context, Uses uses)
    {
        var bound = ImmutableArray.CreateBuilder<RightStatement>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Rights"), Shape))
        {
            var isKnown = Rights.TryRead(entry.Key, context, out var right);
            // 'basis: consent' among the rights is no right at all: nothing is missing from it.
            if (!isKnown && entry.Value is ScalarNode { IsMissing: false })
                continue;
            var fields = Fields.Read(entry.Value, Shape, entry.Key.Range, context);
            var (clauses, isDecision) = fields.ReadOrigin(Message.Quoted(entry.Key.Value), context);
            var statement = new RightStatement
            {
                Clauses = clauses,
                IsDecision = isDecision,
                Right = right,
                Within = fields.ReadOptional(s_within),
                Promised = fields.ReadOptional(s_promised),
                Starts = fields.Read(s_starts),
                Extension = Extension(fields, context),
                Evidence = fields.Read(s_evidence),
                Asks = Uses.Note(fields.Read(s_asks), uses.Categories),
                Channels = fields.Read(s_channels).Values(),
                OfferExport = fields.Read(s_offerExport),
                IsEvaluated = fields.Read(s_evaluated),
                People = fields.Read(s_people).Values(),
                VerifyIdentity = fields.Read(s_verify),
                Confirm = fields.Read(s_confirm),
                Notify = fields.Read(s_notify).Values(),
                Reversible = fields.Read(s_reversible),
                Format = fields.Read(s_format),
                Location = context.Locate(entry.Key.Range),
            };
            if (statement.Evidence is { } evidence)
                uses.Categories.Add(new Located<Term>(evidence, fields.Node(s_evidence)!, context));
            if (statement is { Promised: { } promised, Within: { } within } && within.IsLongerThan(promised))
                context.Report(PolicyRules.WrongValue, fields.Node(s_within)!.Range,
                    Message.Of("Sections.RightBreaksPromise", entry.Key.Value, promised, within));
            if (isKnown)
                bound.Add(statement);
        }
        return bound.ToImmutable();
    }

    private static RightExtension? Extension(Fields right, BindingContext context)
    {
        if (!right.TryRead(s_extension, out var node))
            return null;
        var fields = Fields.Read(node, s_extensionShape, right.Place(s_extension), context);
        var isExplained = fields.Read(s_explained);
        return fields.TryRequire(s_longer, Message.Of("Sections.TheExtension"), out var longer) ? new(longer, isExplained) : null;
    }
}

using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>waivers:</c>. A waiver without a reason, a name or an end waives nothing.</summary>
internal static class WaiverBinder
{
    private static readonly Key<string> s_rule = new("rule", Values.Rule, Message.Of("Keys.WaiverRule"));
    private static readonly Key<string> s_at =
        new("at", Values.Text, Message.Of("Keys.WaiverAt"));
    private static readonly Key<string> s_because = new("because", Values.Text, Message.Of("Keys.WaiverBecause"));
    private static readonly Key<string> s_approvedBy =
        new("approved-by", Values.Text, Message.Of("Keys.WaiverApprovedBy"));
    private static readonly Key<WaiverKind> s_kind = new("kind", Values.Choice(
        ("false-positive", WaiverKind.FalsePositive), ("accepted-risk", WaiverKind.AcceptedRisk),
        ("planned-fix", WaiverKind.PlannedFix)), Message.Of("Keys.WaiverKind"));
    private static readonly Key<CalendarDate> s_until =
        new("until", Values.Date, Message.Of("Keys.WaiverUntil"));
    private static readonly Key<string> s_ticket =
        new("ticket", Values.Text, Message.Of("Keys.WaiverTicket"));

    /// <summary>What can be said of a waiver.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.Waiver"), s_rule, s_at, s_because, s_approvedBy, s_kind, s_until, s_ticket);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<Waiver> Bind(SyntaxNode? section, BindingContext context)
    {
        var bound = ImmutableArray.CreateBuilder<Waiver>();
        foreach (var item in Items.Of(section, Message.Of("Shapes.Waivers"), context))
        {
            var fields = Fields.Read(item, Shape, Items.Head(item), context);
            var missing = Shape.Keys
                .Where(key => key != s_kind && key != s_ticket && !fields.Has(key))
                .Select(key => $"'{key.Name}:'")
                .ToArray();
            if (missing.Length > 0 && !fields.IsDamaged)
                context.Report(PolicyRules.WaiverNotValid, fields.Owner,
                    Message.Of("Statements.WaiverIncomplete", missing));
            var kind = fields.ReadOptional(s_kind);
            var ticket = fields.Read(s_ticket);
            if (fields.TryRead(s_rule, out var rule) & fields.TryRead(s_at, out var at)
                & fields.TryRead(s_because, out var because) & fields.TryRead(s_approvedBy, out var approvedBy) & fields.TryRead(s_until, out var until))
                bound.Add(new()
                {
                    Rule = rule,
                    At = at,
                    Because = because,
                    ApprovedBy = approvedBy,
                    Until = until,
                    Kind = kind,
                    Ticket = ticket,
                    Location = context.Locate(fields.Owner),
                });
        }
        return bound.ToImmutable();
    }
}

using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Reads <c>enforce:</c>: <c>observe</c>, <c>warning</c> or <c>error</c> by default and rule by rule; a softer one may
/// end, as in <c>warning until 2027-01-31</c>, and is an error from the next day on; or rise in steps, as in
/// <c>observe until 2026-12-31 then warning until 2027-03-31</c>.
/// </summary>
internal static class EnforcementBinder
{
    private const string Default = "default";
    private const string Until = " until ";
    private const string Then = " then ";

    private static readonly Value<PolicySeverity> s_severity = Values.Choice(
        ("observe", PolicySeverity.Observe), ("warning", PolicySeverity.Warning), ("error", PolicySeverity.Error));

    /// <summary>What may stand behind <c>enforce:</c>.</summary>
    public static readonly Value<SyntaxNode> Section = Groups.ByWord(
        new Written.Choice([Default, .. PolicyRules.All.Where(PolicyRules.IsEnforceable)]),
        new Written.Text(WrittenPatterns.Severity, "observe until 2027-01-31", "warning", "error"));

    /// <summary>Reads the section.</summary>
    /// <param name="section">What stands there.</param>
    /// <param name="asOf">The day whose dates count; null takes every severity as written.</param>
    /// <param name="context">The file.</param>
    public static Enforcement Bind(SyntaxNode? section, CalendarDate? asOf, BindingContext context)
    {
        var enforcement = Enforcement.Strict;
        var plans = ImmutableArray.CreateBuilder<EnforcementPlan>();
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Rules")))
        {
            if (!IsRule(entry.Key, context) || !TryRead(entry.Value, context, out var steps))
                continue;
            var plan = new EnforcementPlan(entry.Key.Value, steps, context.Locate(entry.Key.Range));
            plans.Add(plan);
            if (plan.EndedOn(asOf) is { } ended)
                context.Report(PolicyRules.MatchesNothing, entry.Value.Range,
                    Message.Of("Sections.EnforceEnded", entry.Key.Value, ended));
            var severity = plan.On(asOf);
            enforcement = entry.Key.Value == Default
                ? enforcement with { Default = severity }
                : enforcement with { ByRule = enforcement.ByRule.Add(new(entry.Key.Value, severity)) };
        }
        return enforcement with { Plans = plans.ToImmutable() };
    }

    private static bool IsRule(ScalarNode key, BindingContext context)
    {
        if (key.Value == Default)
            return true;
        if (Nearest.To(key.Value, [Default]) is { } meant)
        {
            context.Report(PolicyRules.WrongValue, key.Range, Message.Sentences(
                Message.Of("Values.NoRule", key.Value), Message.Of("Values.DidYouMean", meant)));
            return false;
        }
        if (!Values.Rule.TryRead(key, context, out var rule))
            return false;
        if (PolicyRules.IsEnforceable(rule))
            return true;
        context.Report(PolicyRules.WrongValue, key.Range, Message.Of("Statements.AlwaysError", rule));
        return false;
    }

    // 'observe until 2026-12-31 then warning until 2027-03-31': each step ends later than the one before it, and is
    // louder.
    private static bool TryRead(SyntaxNode node, BindingContext context, out ImmutableArray<EnforcementStep> steps)
    {
        steps = [];
        if (node is not ScalarNode scalar)
            return s_severity.TryRead(node, context, out _);

        var read = ImmutableArray.CreateBuilder<EnforcementStep>();
        foreach (var text in scalar.Value.Split([Then], StringSplitOptions.None))
        {
            if (!TryRead(text, scalar, context, out var step))
                return false;
            if (read.Count > 0 && !Follows(read[read.Count - 1], step))
            {
                context.Report(PolicyRules.WrongValue, scalar.Range, Message.Of("Sections.EnforceOrder", text.Trim()));
                return false;
            }
            read.Add(step);
        }
        steps = read.ToImmutable();
        return true;
    }

    private static bool Follows(EnforcementStep before, EnforcementStep step) =>
        before.Until is { } end && before.Severity < step.Severity
        && (step.Until is not { } later || end.CompareTo(later) < 0);

    private static bool TryRead(string text, ScalarNode whole, BindingContext context, out EnforcementStep step)
    {
        step = null!;
        var at = text.IndexOf(Until, StringComparison.Ordinal);
        var now = at < 0 ? text : text.Substring(0, at);
        if (!s_severity.TryRead(Part(now, whole), context, out var severity))
            return false;
        if (at < 0)
        {
            step = new(severity, null);
            return true;
        }
        if (!Values.Date.TryRead(Part(text.Substring(at + Until.Length), whole), context, out var last))
            return false;
        step = new(severity, last);
        return true;
    }

    private static ScalarNode Part(string text, ScalarNode whole) => new(text.Trim(), isQuoted: false, whole.Range);
}

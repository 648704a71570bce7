using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Reads <c>enforce:</c>: <c>observe</c>, <c>warning</c> or <c>error</c> by default and rule by rule; a softer one may
/// end, as in <c>warning until 2027-01-31</c>, and is an error from the next day on.
/// </summary>
internal static class EnforcementBinder
{
    private const string Default = "default";
    private const string Until = " until ";

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
            if (!IsRule(entry.Key, context) || !TryRead(entry.Value, context, out var severity, out var until))
                continue;
            var plan = new EnforcementPlan(
                entry.Key.Value, [new(severity, until)], context.Locate(entry.Key.Range));
            plans.Add(plan);
            severity = plan.On(asOf);
            enforcement = entry.Key.Value == Default
                ? enforcement with { Default = severity }
                : enforcement with { ByRule = enforcement.ByRule.SetItem(entry.Key.Value, severity) };
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

    private static bool TryRead(
        SyntaxNode node, BindingContext context, out PolicySeverity severity, out CalendarDate? until)
    {
        until = null;
        var at = node is ScalarNode scalar ? scalar.Value.IndexOf(Until, StringComparison.Ordinal) : -1;
        if (at < 0)
            return s_severity.TryRead(node, context, out severity);

        var text = ((ScalarNode)node).Value;
        var now = new ScalarNode(text.Substring(0, at), isQuoted: false, node.Range);
        var end = new ScalarNode(text.Substring(at + Until.Length), isQuoted: false, node.Range);
        if (!s_severity.TryRead(now, context, out severity) || !Values.Date.TryRead(end, context, out var last))
            return false;
        until = last;
        return true;
    }
}

using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Messages;

namespace PolicyAsCode.Analyzers;

/// <summary>
/// PAC9004: a rule failed by a fault of ours. It says so once, the others go on, and the user's build is not broken
/// (an exception that leaves an analyzer would be an AD0001 and drop the rule in silence).
/// </summary>
internal sealed class OwnFailure(string ruleName)
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.OwnFailure, RuleCategories.Tool, DiagnosticSeverity.Warning);

    private int _reported;

    /// <summary>Runs a callback; its first exception becomes a diagnostic. A cancellation passes.</summary>
    internal void Guard(Action callback, Action<Diagnostic> report)
    {
        try
        {
            callback();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Tell(failure, report);
        }
    }

    /// <summary>Tells of an exception, the first time that there is one.</summary>
    internal void Tell(Exception failure, Action<Diagnostic> report)
    {
        if (Interlocked.Exchange(ref _reported, 1) == 0)
            report(Describing(failure));
    }

    private Diagnostic Describing(Exception failure) => Diagnostic.Create(
        Rule, Location.None, Say.This("OwnFailure", ruleName, failure.GetType().Name, FirstLine(failure.Message)).ToString());

    private static string FirstLine(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        return end < 0 ? text : text.Substring(0, end);
    }
}

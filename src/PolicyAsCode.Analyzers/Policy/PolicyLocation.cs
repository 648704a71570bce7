using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>The language's places and severities as Roslyn's.</summary>
internal static class PolicyLocation
{
    internal static Location Of(FileLocation place) => Location.Create(
        place.Path,
        new TextSpan(place.Range.Offset, place.Range.Length),
        new LinePositionSpan(
            new(place.Range.Start.Line, place.Range.Start.Column), new(place.Range.End.Line, place.Range.End.Column)));

    internal static DiagnosticSeverity Severity(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Observe => DiagnosticSeverity.Info,
        PolicySeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };
}

using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// Reports at a declaration of the entity, or at the one place that stands for an entity from elsewhere.
/// </summary>
internal sealed class EntityReporter(Reporter reporter, Location? place)
{
    internal void Report(
        DiagnosticDescriptor rule, ISymbol at, IEnumerable<Statement> because, Message message) =>
        reporter.Report(rule, place ?? at.Locations[0], at, because, message);
}

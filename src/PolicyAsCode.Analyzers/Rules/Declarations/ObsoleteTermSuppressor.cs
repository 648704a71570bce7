using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>
/// Silences the compiler's CS0618 on constants of ours: PAC1018 says the same, as loudly as the policy wants. Where the
/// analyzers do not run, the compiler's warning is all that there is, and stays.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObsoleteTermSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_rule =
        new("PACS1018", "CS0618", "PAC1018 reports the use of a term that another one has replaced.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [s_rule];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken)
                .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (context.GetSemanticModel(tree).GetSymbolInfo(node, context.CancellationToken).Symbol is IFieldSymbol field
                && TermConstants.KindOf(field) is not null)
                context.ReportSuppression(Suppression.Create(s_rule, diagnostic));
        }
    }
}

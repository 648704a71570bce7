using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Rules.PolicyFiles;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>PAC1018 in code: a constant or an attribute names a term that another one has replaced.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TermOutOfUseRule : PolicyRule
{
    /// <summary>Creates the rule.</summary>
    public TermOutOfUseRule() : base(PolicyFileDescriptors.TermDeprecated)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var outOfUse = TermConstants.Classes
            .SelectMany(constants => scope.Policy.Model.Vocabulary.Terms(constants.Value))
            .Where(term => term.ReplacedBy is not null)
            .ToImmutableArray();
        if (outOfUse.IsEmpty)
            return; // nearly always: no vocabulary renames, and nothing is looked at

        scope.OnMemberAccess((access, context, reporter) =>
        {
            if (context.SemanticModel.GetSymbolInfo(access, reporter.Cancel).Symbol is IFieldSymbol field
                && TermConstants.KindOf(field) is { } kind && field.ConstantValue is string key)
                Check(scope, reporter, new(kind, key, access, context.ContainingSymbol));
        });
        scope.OnAttribute(AttributeTerms.Names, (attribute, context, reporter) =>
        {
            foreach (var named in AttributeTerms.Read(attribute, context))
                if (named.Syntax is LiteralExpressionSyntax)
                    Check(scope, reporter, named);
        });
    }

    private static void Check(RuleScope scope, Reporter reporter, AttributeTerms.Named named)
    {
        if (scope.Policy.Model.Vocabulary.Find(named.Kind, named.Key) is not { ReplacedBy: { } successor })
            return;

        reporter.Report(
            PolicyFileDescriptors.TermDeprecated, named.Syntax.GetLocation(), named.Owner, [],
            Say.This("TermOutOfUse", named.Key, successor), Mend.With(Mend.Term, successor));
    }
}

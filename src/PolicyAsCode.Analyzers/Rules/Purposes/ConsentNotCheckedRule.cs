using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>PAC3003: data is used for a purpose that rests on consent, where nobody has checked it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConsentNotCheckedRule() : GateRule(Rule, "consent")
{
    internal static readonly DiagnosticDescriptor Rule = Describe.CreateRule(
        RuleIds.ConsentNotChecked, RuleCategories.Purposes, DiagnosticSeverity.Error);

    private protected override Message Tell(
        string member, Term category, Term purpose, Message way, Term gate, string controller, Message cited) =>
        Say.This("ConsentNotChecked", member, category.Key, purpose.Key, way, controller, cited);
}

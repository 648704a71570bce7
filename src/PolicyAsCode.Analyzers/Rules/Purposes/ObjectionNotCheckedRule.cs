using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>PAC3004: data is used where the person may object or restrict, and nobody has checked that they did not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectionNotCheckedRule() : GateRule(Rule, "no-objection", "no-restriction")
{
    internal static readonly DiagnosticDescriptor Rule = Describe.CreateRule(
        RuleIds.ObjectionNotChecked, RuleCategories.Purposes, DiagnosticSeverity.Error);

    private protected override Message Tell(
        string member, Term category, Term purpose, Message way, Term gate, string controller, Message cited) =>
        Say.This("ObjectionNotChecked", member, category.Key, purpose.Key, way, gate.Key, controller, cited);
}

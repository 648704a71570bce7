using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5002: personal data is written into an exception's message.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataInExceptionRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PersonalDataInException, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public PersonalDataInExceptionRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope) =>
        Leak.Register(scope, Rule, SinkKind.Exception, Say.This("AnException"));
}

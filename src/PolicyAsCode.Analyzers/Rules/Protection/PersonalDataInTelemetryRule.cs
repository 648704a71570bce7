using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5004: personal data is handed to traces or metrics in the clear.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataInTelemetryRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PersonalDataInTelemetry, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public PersonalDataInTelemetryRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope) =>
        Leak.Register(scope, Rule, SinkKind.Telemetry, Say.This("Telemetry"));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5001: personal data is handed to a log in the clear.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataLoggedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PersonalDataLogged, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public PersonalDataLoggedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        Leak.Register(scope, Rule, SinkKind.Log, Say.This("ALog"));
        // Written down by others than the program itself: logs that nobody thinks of.
        Leak.Register(scope, Rule, SinkKind.Header, Say.This("AHeader"));
        Leak.Register(scope, Rule, SinkKind.CommandLine, Say.This("ACommandLine"));
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;

namespace PolicyAsCode.Analyzers.Rules.Suppressions;

/// <summary>
/// PAC9003: <c>[SuppressMessage]</c> of one of our rules, wherever it stands and whether it hides a finding or not. It is
/// the one way of code that the compiler heeds: <c>#pragma</c> and <c>.editorconfig</c> do nothing to these rules. What
/// project files can do is seen by the build (PolicyAsCode.targets).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressedInCodeRule : PolicyRule
{
    // A suppression of this rule by itself would silence all of it.
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateUnsuppressible(RuleIds.Suppressed, RuleCategories.Tool);

    private const string Namespace = "System.Diagnostics.CodeAnalysis";

    private static readonly ImmutableHashSet<string> Suppressing =
        ["SuppressMessageAttribute", "UnconditionalSuppressMessageAttribute"];

    private static readonly ImmutableHashSet<string> s_written =
        Suppressing.Union(["SuppressMessage", "UnconditionalSuppressMessage"]);

    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>Creates the rule.</summary>
    public SuppressedInCodeRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope) =>
        scope.OnAttribute(s_written, (attribute, context, reporter) =>
        {
            // Its category and its id: an attribute with less is none, whatever alias names it.
            if (attribute.ArgumentList is not { Arguments: { Count: >= 2 } arguments } || !IsSuppressing(attribute, context))
                return;

            if (Id(arguments, context) is { } id)
                reporter.ReportAlways(Rule, attribute.GetLocation(), Say.This(
                    "SuppressedInCode", id, Place(attribute, arguments, context), scope.Policy.Model.Header.Name));
        }, orAlias: true);

    private static bool IsSuppressing(AttributeSyntax attribute, SemanticModelAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is { } type
        && Suppressing.Contains(type.Name)
        && type.ContainingNamespace.ToDisplayString() == Namespace;

    // "PAC5001", or with a title behind it, as the compiler takes it: "PAC5001:Personal data reaches a log".
    private static string? Id(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, SemanticModelAnalysisContext context)
    {
        var argument = arguments.FirstOrDefault(one => one.NameColon?.Name.Identifier.ValueText == "checkId") ?? arguments[1];
        return Text(argument, context)?.Split(':')[0].Trim() is { Length: 7 } id
            && id.StartsWith("PAC", StringComparison.OrdinalIgnoreCase) && id.Skip(3).All(char.IsDigit)
            ? id.ToUpperInvariant()
            : null;
    }

    // What a waiver would name: the symbol of Target, or what the attribute stands on.
    private static string Place(
        AttributeSyntax attribute, SeparatedSyntaxList<AttributeArgumentSyntax> arguments, SemanticModelAnalysisContext context)
    {
        var target = arguments.FirstOrDefault(one => one.NameEquals?.Name.Identifier.ValueText == "Target") is { } named
            ? Text(named, context)
            : null;
        if (target is not null)
            return target.Substring(target.IndexOf(':') + 1).Split('(')[0];
        return TreeDeclarations.HolderOf(attribute, context.SemanticModel, context.CancellationToken) is { } symbol
            ? symbol.ToDisplayString(FullName)
            : "Namespace.*";
    }

    private static string? Text(AttributeArgumentSyntax argument, SemanticModelAnalysisContext context) =>
        context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value as string;
}

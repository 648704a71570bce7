using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>PAC2001: an attribute names a category (or another term) that the vocabulary does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributeTermUnknownRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.UnknownTerm, RuleCategories.Declarations, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public AttributeTermUnknownRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope) =>
        scope.OnAttribute(AttributeTerms.Names, (attribute, context, reporter) =>
        {
            foreach (var named in AttributeTerms.Read(attribute, context))
            {
                var vocabulary = scope.Policy.Model.Vocabulary;
                if (vocabulary.Find(named.Kind, named.Key) is not null)
                    continue;

                var nearest = Nearest.To(named.Key, vocabulary.Terms(named.Kind).Select(term => term.Key));
                reporter.Report(
                    Rule, named.Syntax.GetLocation(), named.Owner, [],
                    Message.Sentences(
                        Say.This("UnknownTerm", named.Key, Name(named.Kind)),
                        nearest is null ? null : Say.This("DidYouMean", nearest)),
                    nearest is null ? null : Mend.With(Mend.Term, nearest));
            }
        });

    private static Message Name(TermKind kind) => kind switch
    {
        TermKind.Category => Say.This("Category"),
        TermKind.Purpose => Say.This("Purpose"),
        TermKind.Recipient => Say.This("Recipient"),
        TermKind.Subject => Say.This("Subject"),
        TermKind.Anchor => Say.This("Anchor"),
        TermKind.Gate => Say.This("Gate"),
        _ => Say.This("Source"),
    };
}

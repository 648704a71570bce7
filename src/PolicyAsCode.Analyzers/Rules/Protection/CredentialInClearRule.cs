using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>
/// PAC5006: what the policy keeps as a hash alone is stored as it is, compared with what is stored as texts are, or sent
/// where anybody between can read it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CredentialInClearRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.CredentialInClear, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public CredentialInClearRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (!policy.Credentials.IsEmpty)
            scope.OnData((flow, reporter) =>
                {
                    CheckStores(flow, policy, reporter);
                    CheckHanded(flow, policy, reporter);
                });
    }

    /// <summary>Whether a store of this kind is told here, and not by the rule on forms.</summary>
    internal static bool IsToldOf(MemberStore store, TermSet raw, BoundPolicy policy) =>
        !raw.IsEmpty && policy.Credentials.Covers(raw) && policy.Entities.Stores(store.Member.OriginalDefinition);

    private static void CheckStores(BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        foreach (var store in flow.Stores)
            if (store.Label.Raw.Intersect(policy.Credentials) is { IsEmpty: false } raw
                && policy.Entities.Stores(store.Member.OriginalDefinition) && !IsReference(store.Member, policy)
                && CredentialOrigin.Of(store.Value, flow, policy) is not { IsStored: true, IsClear: false })
            {
                var (terms, because) = Telling(raw, policy);
                var (code, categories, member) =
                    (Wording.Code(store.Value.Syntax), Wording.List(terms), Wording.Member(store));
                var (title, cited) = (policy.Model.Header.Title, Wording.Citation(policy.Model, because.FirstOrDefault()));
                reporter.Report(
                    Rule, store.Value.Syntax.GetLocation(), flow.Owner, because,
                    Origins.Of(store.Value, flow, policy).Concat(store.Path is null ? [] : [store.Site]),
                    store.Path is { } path
                        ? Say.This("CredentialStoredThrough", code, categories, member, Wording.Path(path), title, cited)
                        : Say.This("CredentialStored", code, categories, member, title, cited));
            }
    }

    // order.Customer = customer: what the other object holds was looked at where it was put there.
    private static bool IsReference(ISymbol member, BoundPolicy policy) =>
        !policy.Contents.Of((member as IPropertySymbol)?.Type).IsEmpty;

    private static void CheckHanded(BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var told = new HashSet<SyntaxNode>();
        foreach (var handed in flow.Handed)
            if (policy.Sinks.Is(SinkKind.Comparison, handed))
            {
                var compared = handed.Label.Raw.Union(handed.Label.Pseudonymised).Intersect(policy.Credentials);
                if (!compared.IsEmpty && CredentialOrigin.Of(handed.Value, flow, policy).IsStored
                    && CallSite.Here(handed, flow) is { } site && !AsksForNothing(site.Call) && told.Add(site.Call.Syntax))
                    Report(handed, compared, null, flow, policy, reporter);
            }
            else if (handed.Label.Raw.Intersect(policy.Credentials) is { IsEmpty: false } sent
                && ClearChannel.Of(handed, flow, policy) is { } channel
                && told.Add(CallSite.Here(handed, flow)?.Call.Syntax ?? handed.Value.Syntax))
                Report(handed, sent, channel, flow, policy, reporter);
    }

    // PasswordHash == "": whether there is one.
    private static bool AsksForNothing(IOperation comparison) =>
        comparison.ChildOperations.Any(side =>
        {
            while (side is IConversionOperation or IArgumentOperation)
                side = side is IArgumentOperation { Value: var value } ? value : ((IConversionOperation)side).Operand;
            return side is { ConstantValue: { HasValue: true, Value: null or "" } }
                or IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } };
        });

    private static void Report(
        Handed handed, TermSet credentials, ClearChannel? channel, BodyFlow flow, BoundPolicy policy,
        Reporter reporter)
    {
        var (terms, because) = Telling(credentials, policy);
        var (code, categories) = (Wording.Code(handed.Value.Syntax), Wording.List(terms));
        var (title, cited) = (policy.Model.Header.Title, Wording.Citation(policy.Model, because.FirstOrDefault()));
        reporter.Report(
            Rule, handed.Value.Syntax.GetLocation(), flow.Owner, because,
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            (channel, handed.Path) switch
            {
                (null, null) => Say.This("CredentialCompared", code, categories, title, cited),
                (null, { } path) => Say.This("CredentialComparedThrough", code, categories, Wording.Path(path), title, cited),
                ({ } way, null) => Say.This("CredentialSent", code, categories, way.Name, title, cited, way.Mend),
                ({ } way, { } path) =>
                    Say.This("CredentialSentThrough", code, categories, way.Name, Wording.Path(path), title, cited, way.Mend),
            });
    }

    private static (List<Term> Terms, List<Statement> Because) Telling(TermSet credentials, BoundPolicy policy)
    {
        var terms = policy.Terms(credentials).ToList();
        return (terms, terms.SelectMany(one => policy.Evaluator.ProtectedBy(one, Language.Model.Protection.Hashed)).Distinct().ToList());
    }
}

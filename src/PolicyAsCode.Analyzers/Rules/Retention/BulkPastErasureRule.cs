using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC4006: a bulk command passes by what <c>SaveChanges</c> and the erasure do: it writes a sealed column, leaves one sealed
/// under another person's key, or deletes people and leaves their keys and their copies outside of the database.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BulkPastErasureRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.BulkPastErasure, RuleCategories.Retention, DiagnosticSeverity.Error);

    private static readonly ImmutableHashSet<string> s_updating = ["ExecuteUpdate", "ExecuteUpdateAsync"];

    private static readonly ImmutableHashSet<string> s_deleting = ["ExecuteDelete", "ExecuteDeleteAsync"];

    private static readonly ImmutableHashSet<string> s_names = s_updating.Union(s_deleting);

    /// <summary>Creates the rule.</summary>
    public BulkPastErasureRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (policy.Types.Find("Microsoft.EntityFrameworkCore.DbContext") is null)
            return;
        var encrypted = policy.Evaluator.Protected(Language.Model.Protection.EncryptedAtRest);
        scope.OnBody(() => s_names, (flow, reporter) =>
        {
            foreach (var call in flow.Body.Descendants().OfType<IInvocationOperation>())
                if (s_names.Contains(call.TargetMethod.Name)
                    && Attributes.IsIn(call.TargetMethod.ContainingType, "Microsoft.EntityFrameworkCore")
                    && call.TargetMethod.TypeArguments is [INamedTypeSymbol type, ..]
                    && policy.Entities.Of(type) is { } entity)
                {
                    if (s_deleting.Contains(call.TargetMethod.Name))
                        CheckDelete(call, entity, flow, policy, reporter);
                    else if (!encrypted.IsEmpty)
                        CheckUpdate(call, entity, encrypted, flow, policy, reporter);
                }
        });
    }

    private static void CheckUpdate(
        IInvocationOperation call, Entity entity, TermSet encrypted, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var hidden = entity.Fields
            .Where(field => !field.Categories.Intersect(encrypted).IsEmpty && policy.Sealed.IsSealed(field.Property.Name)).ToList();
        if (hidden.Count == 0)
            return;
        foreach (var set in call.Descendants().OfType<IInvocationOperation>())
            if (set.TargetMethod.Name == "SetProperty" && Argument(set, 0) is { } property && Argument(set, 1) is { } value
                && Result(property) is IPropertyReferenceOperation target && !IsBlank(value))
            {
                if (hidden.Find(field => Same(field.Property, target.Property)) is { } written)
                    Report(written, (name, terms, title, cited) => Say.This("WrittenPastSealing", name, terms, title, cited));
                else if (target.Instance is IParameterReferenceOperation && policy.Sealed.NamesPerson(target.Property.Name))
                    Report(hidden[0], (name, terms, title, cited) =>
                        Say.This("MovedPastSealing", Wording.Member(target.Property), name, terms, title, cited));

                void Report(
                    PersonalField field,
                    Func<string, Language.Messages.Message, string, Language.Messages.Message, Language.Messages.Message> say)
                {
                    var terms = policy.Terms(field.Categories.Intersect(encrypted)).ToList();
                    var because = terms
                        .SelectMany(one => policy.Evaluator.ProtectedBy(one, Language.Model.Protection.EncryptedAtRest))
                        .Distinct().ToList();
                    reporter.Report(
                        Rule, target.Syntax.GetLocation(), flow.Owner, because,
                        say(Wording.Member(field.Property), Wording.List(terms), policy.Model.Header.Title,
                            Wording.Citation(policy.Model, because.FirstOrDefault())));
                }
            }
    }

    private static void CheckDelete(
        IInvocationOperation call, Entity entity, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (!entity.IsRoot || !GeneratedOperations.Erase(entity, policy) || ServesStores(flow, policy))
            return;
        var (stores, keys) = (policy.DataStores.Any, policy.Sealed.Any);
        if (!stores && !keys || RetentionPlan.Of(entity, policy) is not [var first, ..] kept)
            return;
        reporter.Report(
            Rule, call.Syntax.GetLocation(), flow.Owner, kept.Select(one => one.Keep).Distinct(),
            Say.This(
                "DeletedPastErasure", call.TargetMethod.Name, entity.Type.Name,
                (stores, keys) switch
                {
                    (true, true) => Say.This("StoresAndKeys"),
                    (true, false) => Say.This("StoresOnly"),
                    _ => Say.This("KeysOnly"),
                },
                policy.Model.Header.Title,
                Wording.Citation(policy.Model, first.Keep, policy.Evaluator.StatementOn(first.Category))));
    }

    // A store, an erasure of one's own, and whoever tells a store himself.
    private static bool ServesStores(BodyFlow flow, BoundPolicy policy) =>
        Array.Exists(s_erasing, one => policy.Types.Is(flow.Owner.ContainingType, one))
        || flow.Body.Descendants().OfType<IInvocationOperation>().Any(call =>
            Array.Exists(s_erasing, one => policy.Types.Is(call.TargetMethod.ContainingType, one)));

    private static readonly string[] s_erasing =
    [
        "PolicyAsCode.EntityFrameworkCore.ISubjectDataStore", "PolicyAsCode.EntityFrameworkCore.ISubjectErasure",
        "PolicyAsCode.EntityFrameworkCore.IRetentionSweep",
    ];

    // Named arguments stand in any order.
    private static IOperation? Argument(IInvocationOperation call, int place) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == place)?.Value;

    // What the lambda returns that names a property, or computes a value.
    private static IOperation? Result(IOperation value) => Plain(
        value.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().FirstOrDefault()?.Body.Operations is
            [IReturnOperation { ReturnedValue: { } returned }, ..] ? returned : value);

    // Nothing of anybody is in null and in the empty text: they are stored as they are.
    private static bool IsBlank(IOperation value) =>
        Result(value) is { ConstantValue: { HasValue: true, Value: null or "" } } or IDefaultValueOperation { Type.IsReferenceType: true }
            or IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } };

    private static IOperation Plain(IOperation value)
    {
        while (value is IConversionOperation { Operand: var inner })
            value = inner;
        return value;
    }

    private static bool Same(ISymbol left, ISymbol right) =>
        SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition);
}

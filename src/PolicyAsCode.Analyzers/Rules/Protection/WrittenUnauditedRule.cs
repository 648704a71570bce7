using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5012: data of which the policy has each change recorded is written by something that nothing records.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrittenUnauditedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.WrittenUnaudited, RuleCategories.Protection, DiagnosticSeverity.Error);

    // They send a command of their own, past SaveChanges and whoever listens there.
    private static readonly ImmutableHashSet<string> s_bulk =
        ["ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync"];

    private static readonly ImmutableHashSet<string> s_sql =
    [
        "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "ExecuteSqlInterpolated",
        "ExecuteSqlInterpolatedAsync",
    ];

    private static readonly ImmutableHashSet<string> s_names = s_bulk.Union(s_sql);

    // What changes no rows.
    private static readonly string[] s_reading = ["select", "pragma", "set ", "create", "vacuum", "analyze"];

    /// <summary>Creates the rule.</summary>
    public WrittenUnauditedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        var audited = policy.Evaluator.Protected(Language.Model.Protection.Audited);
        if (audited.IsEmpty || policy.Types.Find("Microsoft.EntityFrameworkCore.DbContext") is null)
            return;
        scope.OnSymbol<INamedTypeSymbol>((type, reporter) =>
        {
            if (type is { TypeKind: TypeKind.Class, IsAbstract: false })
                CheckContext(type, audited, policy, reporter);
        });
        scope.OnBody(() => s_names, (flow, reporter) => CheckBulk(flow, audited, policy, reporter));
    }

    private static void CheckContext(INamedTypeSymbol type, TermSet audited, BoundPolicy policy, Reporter reporter)
    {
        if (!EntityModel.Sets(type, policy.Types).Any())
            return;
        var written = Audited(policy.Entities.StoredBy(type), audited);
        if (!written.IsEmpty && !policy.Auditing.Records(type))
            Report(type.Locations[0], type, written, policy, reporter, (terms, title, cited) =>
                Say.This("SavedUnaudited", type.Name, terms, title, cited));
    }

    private static void CheckBulk(BodyFlow flow, TermSet audited, BoundPolicy policy, Reporter reporter)
    {
        if (Auditing.IsMarked(flow.Owner) || policy.Auditing.RecordsCommands)
            return;
        foreach (var call in flow.Body.Descendants().OfType<IInvocationOperation>())
            if (s_names.Contains(call.TargetMethod.Name)
                && Attributes.IsIn(call.TargetMethod.ContainingType, "Microsoft.EntityFrameworkCore")
                && Written(call, audited, policy) is { IsEmpty: false } written)
                Report(call.Syntax.GetLocation(), flow.Owner, written, policy, reporter, (terms, title, cited) =>
                    Say.This("WrittenPastAudit", call.TargetMethod.Name, terms, title, cited));
    }

    private static TermSet Written(IInvocationOperation call, TermSet audited, BoundPolicy policy)
    {
        if (s_bulk.Contains(call.TargetMethod.Name))
            return call.TargetMethod.TypeArguments is [INamedTypeSymbol type, ..] && policy.Entities.Of(type) is { } entity
                ? Audited([entity], audited)
                : TermSet.Empty;

        // Which tables an SQL text writes only the database knows: any of them.
        var sql = call.Arguments.Select(argument => argument.Value.DescendantsAndSelf()
            .FirstOrDefault(one => one is ILiteralOperation or { ConstantValue.HasValue: true })?.ConstantValue.Value as string)
            .FirstOrDefault(text => text is not null)?.TrimStart();
        return sql is not null && Array.Exists(s_reading, word => sql.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            ? TermSet.Empty
            : Audited(policy.Entities.All, audited);
    }

    private static TermSet Audited(IEnumerable<Entity> entities, TermSet audited) => entities
        .SelectMany(entity => entity.Fields)
        .Aggregate(TermSet.Empty, (all, field) => all.Union(field.Categories.Intersect(audited)));

    private static void Report(
        Location at, ISymbol owner, TermSet written, BoundPolicy policy, Reporter reporter,
        Func<Language.Messages.Message, string, Language.Messages.Message, Language.Messages.Message> say)
    {
        var terms = policy.Terms(written).ToList();
        var because = terms.SelectMany(one => policy.Evaluator.ProtectedBy(one, Language.Model.Protection.Audited)).Distinct().ToList();
        reporter.Report(Rule, at, owner, because,
            say(Wording.List(terms), policy.Model.Header.Title, Wording.Citation(policy.Model, because.FirstOrDefault())));
    }
}

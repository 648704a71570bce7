using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Tracing;

/// <summary>
/// A policy from promise to proof: each clause of its notice, the statements that name it, the code that bindings tie to
/// them, the rules and the generated code that keep them, and the tests that would notice.
/// </summary>
/// <param name="Clauses">All clauses: those of the notice in its order, then those that only statements name.</param>
/// <param name="Decisions">Statements that no clause promises: the controller decided.</param>
/// <param name="HasNotice">Whether a notice file lists the clauses; without one, none can be missing.</param>
public sealed record PolicyTrace(
    ImmutableArray<TracedClause> Clauses, ImmutableArray<TracedStatement> Decisions, bool HasNotice)
{
    /// <summary>Follows every clause.</summary>
    /// <exception cref="ArgumentException">The policy could not be read.</exception>
    public static PolicyTrace Of(CompiledPolicy compiled)
    {
        var policy = compiled.Model ?? throw new ArgumentException(message: null, nameof(compiled));
        var vacuous = compiled.Diagnostics
            .Where(found => found.Id == PolicyRules.MatchesNothing)
            .Select(found => found.Location)
            .ToImmutableHashSet();
        var statements = StatementList.Of(policy)
            .Select(one => new TracedStatement(
                one.Statement, one.Section, one.Name, StatementKeepers.Of(one.Statement, policy),
                BoundCode.To(one.Statement, compiled.Bindings), vacuous.Contains(one.Statement.Location)))
            .ToImmutableArray();

        var promised = compiled.Notice?.Clauses ?? ImmutableArray<NoticeClause>.Empty;
        var known = promised.Select(clause => clause.Id).ToImmutableHashSet();
        var others = statements.SelectMany(one => one.Statement.Clauses).Distinct().Where(id => !known.Contains(id));
        var clauses = promised
            .Select(clause => Trace(clause.Id, clause.Says, clause.KeptBy, statements, compiled))
            .Concat(others.Select(id => Trace(id, null, ImmutableArray<Keeper>.Empty, statements, compiled)));
        return new(
            [.. clauses],
            [.. statements.Where(one => one.Statement.Clauses.IsEmpty && one.Statement is not Waiver)],
            compiled.Notice is not null);
    }

    private static TracedClause Trace(
        string id, Message? says, ImmutableArray<Keeper> promised, ImmutableArray<TracedStatement> all, CompiledPolicy compiled)
    {
        ImmutableArray<TracedStatement> statements = [.. all.Where(one => one.Statement.Clauses.Contains(id))];
        return new(
            id, says, promised, StateOf(promised, statements), statements,
            [.. compiled.Tests.Where(test => test.Clauses.Contains(id))]);
    }

    private static ClauseState StateOf(ImmutableArray<Keeper> promised, ImmutableArray<TracedStatement> statements)
    {
        if (statements.IsEmpty)
            return ClauseState.NotStated;
        if (statements.Any(one => !one.KeptBy.IsEmpty))
            return ClauseState.Kept;
        if (statements.All(one => one.Statement is MeasureStatement)
            || (!promised.IsEmpty && promised.All(keeper => keeper == Keeper.Organisation)))
            return ClauseState.Organisational;
        return !promised.IsEmpty && promised.All(keeper => keeper is Keeper.Policy or Keeper.Organisation)
            ? ClauseState.KeptByPolicy
            : ClauseState.StatedOnly;
    }
}

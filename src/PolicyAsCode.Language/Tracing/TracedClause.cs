using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Language.Tracing;

/// <summary>What became of a clause.</summary>
public enum ClauseState
{
    /// <summary>No statement names it.</summary>
    NotStated,

    /// <summary>Statements name it, and no rule about code and no generated code keeps any of them yet.</summary>
    StatedOnly,

    /// <summary>People keep it: a measure states it, or the notice says that no program can.</summary>
    Organisational,

    /// <summary>The policy's own checks keep it: it is about the policy and not about code.</summary>
    KeptByPolicy,

    /// <summary>A rule about code or generated code keeps it.</summary>
    Kept,
}

/// <summary>A clause of the notice, followed to what keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Says">What it says; null where no notice file tells.</param>
/// <param name="Promised">Who keeps it, as the notice file says.</param>
/// <param name="State">What became of it.</param>
/// <param name="Statements">The statements that name it.</param>
/// <param name="Tests">The policy tests that name it.</param>
public sealed record TracedClause(
    string Id, Message? Says, ImmutableArray<Keeper> Promised, ClauseState State, ImmutableArray<TracedStatement> Statements,
    ImmutableArray<Expectation> Tests)
{
    /// <summary>Rules about code and generated operations that keep it.</summary>
    public ImmutableArray<string> KeptBy =>
        [.. Statements.SelectMany(statement => statement.KeptBy).Distinct().OrderBy(rule => rule, StringComparer.Ordinal)];
}

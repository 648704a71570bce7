using PolicyAsCode.Language.Tracing;
using PolicyAsCode.Reports.Results;

namespace PolicyAsCode.Reports.Model;

/// <summary>A clause of the notice, and what keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Says">What it says; null where no notice file tells.</param>
/// <param name="State">What became of it.</param>
internal sealed record ClauseEntry(string Id, string? Says, ClauseState State)
{
    /// <summary>Who keeps it, as the notice file says.</summary>
    public ImmutableArray<Keeper> Promised { get; init; } = [];

    /// <summary>What states it.</summary>
    public ImmutableArray<StatedEntry> Statements { get; init; } = [];

    /// <summary>Rules about code that keep it, by id.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Generated operations that keep it.</summary>
    public ImmutableArray<string> Operations { get; init; } = [];

    /// <summary>People who see to it.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>Where tests of the policy name it: <c>ocis.tests.yaml:12</c>.</summary>
    public ImmutableArray<string> PolicyTests { get; init; } = [];

    /// <summary>Tests of code that name it.</summary>
    public ImmutableArray<TestEntry> CodeTests { get; init; } = [];
}

/// <summary>A statement that names a clause.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Name">What it is about.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line, counted from one.</param>
internal sealed record StatedEntry(string Section, string Name, string File, int Line);

/// <summary>A test of code.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record TestEntry(string Name, TestOutcome Outcome);

/// <summary>What no clause promises.</summary>
/// <param name="Section">The section of the policy.</param>
/// <param name="Names">What the decisions are about.</param>
internal sealed record DecisionEntry(string Section, ImmutableArray<string> Names);

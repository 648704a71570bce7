namespace PolicyAsCode.Reports.Model;

/// <summary>What kind of thing a finding is.</summary>
internal enum FindingKind
{
    /// <summary>A clause that nothing states, or that nothing keeps.</summary>
    Gap,

    /// <summary>A mistake of the policy, or a duty that it does not meet.</summary>
    Mistake,

    /// <summary>A promise that is weaker than a law, with a decision beside it; what is only observed.</summary>
    Note,

    /// <summary>A statement that nothing is about.</summary>
    Vacuous,

    /// <summary>A test that failed.</summary>
    FailedTest,
}

/// <summary>Something that wants a look.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Rule">The rule, or the clause.</param>
/// <param name="Severity">How loud it is.</param>
/// <param name="Says">What is wrong, and what would mend it.</param>
/// <param name="File">The name of the file; empty where it stands in none.</param>
/// <param name="Line">The line, counted from one; zero where it stands in no file.</param>
internal sealed record FindingEntry(FindingKind Kind, string Rule, PolicySeverity Severity, string Says, string File, int Line);

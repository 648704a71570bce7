using PolicyAsCode.Language.Solution;
using PolicyAsCode.Reports.Results;

namespace PolicyAsCode.Reports.Building;

/// <summary>What a report is made from.</summary>
/// <param name="Policies">The policies; those that could not be read are left out.</param>
internal sealed record ReportSource(ImmutableArray<CompiledPolicy> Policies)
{
    /// <summary>The day whose dates count; null counts no days.</summary>
    public CalendarDate? AsOf { get; init; }

    /// <summary>What a solution was built into; empty where no code is looked at.</summary>
    public ImmutableArray<BuiltAssembly> Assemblies { get; init; } = [];

    /// <summary>Tests of code that ran.</summary>
    public TestResults Tests { get; init; } = new();
}

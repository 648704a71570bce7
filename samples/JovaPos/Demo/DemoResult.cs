using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary>Everything that the demo found out; the page prints it and nothing else.</summary>
internal sealed record DemoResult
{
    public required string Provider { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required RowCensus Seeded { get; init; }

    public required SweepReport DryRun { get; init; }

    public required RowCensus AfterDryRun { get; init; }

    public required SweepReport Sweep { get; init; }

    public required RowCensus AfterSweep { get; init; }

    public required SweepReport SecondSweep { get; init; }

    public required IReadOnlyList<DemoEvent> Request { get; init; }

    public required ErasureReceipt PlannedReceipt { get; init; }

    public required ErasureReceipt Receipt { get; init; }

    public required RowCensus BeforeErasure { get; init; }

    public required RowCensus AfterErasure { get; init; }

    /// <summary>Rows in which the customer could be recognised, by table.</summary>
    public required IReadOnlyDictionary<string, int> TracesBefore { get; init; }

    public required IReadOnlyDictionary<string, int> TracesAfter { get; init; }
}

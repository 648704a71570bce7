namespace Cellar;

/// <summary>One entry of the audit trail: which member of which row changed, and never what it holds.</summary>
public sealed class RowChange
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Row { get; init; }

    public required string Member { get; init; }
}

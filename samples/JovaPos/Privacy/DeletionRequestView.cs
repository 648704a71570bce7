using JovaPos.Data;

namespace JovaPos.Privacy;

/// <summary>A request as the officer sees it in a list: how far it is and when it is due; not whose it is.</summary>
public sealed class DeletionRequestView
{
    public Guid Id { get; init; }

    public DeletionRequestState State { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The promised day has passed, and the customer has not been erased.</summary>
    public bool Overdue { get; init; }
}

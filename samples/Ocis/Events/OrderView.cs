namespace Ocis.Events;

/// <summary>An order as the one who placed it sees it.</summary>
public sealed class OrderView
{
    [DataCategory(Categories.Transaction.Order)]
    public required string Number { get; init; }

    public required string Title { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public int Seats { get; init; }
}

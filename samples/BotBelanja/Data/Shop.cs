namespace BotBelanja.Data;

/// <summary>A shop that has its orders handled here. A business, and nobody: who runs it, BotBelanja does not ask.</summary>
public sealed class Shop
{
    public int Id { get; init; }

    /// <summary>Begins the numbers of its orders, such as <c>KL</c>.</summary>
    public required string Prefix { get; init; }

    public required string Title { get; init; }

    /// <summary>How many orders it has had: the next one's number.</summary>
    public int OrdersTaken { get; set; }

    public List<Product> Products { get; } = [];

    public List<OrderPageKey> Keys { get; } = [];
}

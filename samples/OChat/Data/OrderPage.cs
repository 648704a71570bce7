namespace OChat.Data;

/// <summary>The page of a shop, on which its customers order and ask.</summary>
public sealed class OrderPage
{
    public int Id { get; init; }

    /// <summary>The last part of its address, such as <c>kopi-lereng</c>.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>Who runs it; null when that user was erased, and nobody took over.</summary>
    public Guid? OwnerId { get; set; }

    public User? Owner { get; set; }

    public List<Product> Products { get; } = [];
}

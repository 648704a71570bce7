namespace JovaPos.Recommendations;

/// <summary>A shelf that a customer likes to buy from.</summary>
public sealed class ShelfView
{
    [DataCategory(Categories.Preference.Product)]
    public required string Shelf { get; init; }

    [DataCategory(Categories.Preference.Product)]
    public int Bought { get; init; }
}

namespace BotBelanja.Stock;

/// <summary>A delivery to the shop.</summary>
public sealed record StockFilling(int Quantity);

namespace BotBelanja.Stock;

/// <summary>A shelf.</summary>
public sealed record StockView(string Sku, string Product, int OnHand, int Reserved);

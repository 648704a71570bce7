namespace BotBelanja.Ordering;

/// <summary>One line of an order as the shop sees it.</summary>
public sealed record OrderLineView(string Sku, string Product, int Quantity, long UnitPriceRupiah);

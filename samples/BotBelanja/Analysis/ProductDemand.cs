namespace BotBelanja.Analysis;

/// <summary>How much of a product was ordered, and for how many days the shelf lasts at that pace.</summary>
public sealed record ProductDemand(string Sku, string Product, int Ordered, double? DaysLeft);

namespace BotBelanja.Ordering;

/// <summary>One product and how many.</summary>
public sealed record OrderFormLine(string Sku, int Quantity);

namespace BotBelanja.Ordering;

/// <summary>What an order page sends. There is no field for whose order it is.</summary>
public sealed record OrderForm(Guid RequestKey, IReadOnlyList<OrderFormLine> Lines);

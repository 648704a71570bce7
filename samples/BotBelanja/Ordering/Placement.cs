namespace BotBelanja.Ordering;

/// <summary>What became of an order that was sent: the order, or why there is none.</summary>
public sealed record Placement(OrderView? Order, string? Refusal, bool IsNew)
{
    public static Placement Refused(string why) => new(null, why, IsNew: false);
}

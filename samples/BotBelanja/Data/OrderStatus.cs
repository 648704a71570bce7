namespace BotBelanja.Data;

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    Placed,
    Picked,
    Packed,
    HandedOver,
    Cancelled,
}

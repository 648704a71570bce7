namespace OChat.Data;

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    Placed,
    Sent,
    Delivered,
    Cancelled,
}

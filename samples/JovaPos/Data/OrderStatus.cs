namespace JovaPos.Data;

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    /// <summary>Placed and not paid.</summary>
    Placed,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>On its way.</summary>
    Sent,

    /// <summary>With the customer.</summary>
    Completed,
}

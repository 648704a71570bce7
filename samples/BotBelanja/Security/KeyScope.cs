namespace BotBelanja.Security;

/// <summary>What a program with a key may do.</summary>
public enum KeyScope
{
    /// <summary>The order page: places orders and asks how far they are.</summary>
    Orders = 1,

    /// <summary>The stock room: moves orders on, and fills shelves.</summary>
    Fulfilment = 2,

    /// <summary>The shop's figures.</summary>
    Analysis = 3,
}

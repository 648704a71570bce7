namespace PolicyAsCode;

/// <summary>What is done with personal data for something in return.</summary>
public enum DataTransfer
{
    /// <summary>It is sold.</summary>
    Sell = 1,

    /// <summary>It is lent for money.</summary>
    Rent = 2,

    /// <summary>It is exchanged for something else.</summary>
    Trade = 3,
}

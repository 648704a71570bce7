namespace OChat.Accounts;

/// <summary>Names of the authorisation policies.</summary>
public static class OChatPolicies
{
    /// <summary>Somebody who ordered or asked something on an order page.</summary>
    public const string Customer = "customer";

    /// <summary>Somebody who runs a shop.</summary>
    public const string User = "user";

    /// <summary>Somebody who works at OChat.</summary>
    public const string Operator = "operator";
}

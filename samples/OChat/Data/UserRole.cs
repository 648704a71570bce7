namespace OChat.Data;

/// <summary>What a user is to OChat.</summary>
public enum UserRole
{
    /// <summary>Runs a shop.</summary>
    Merchant,

    /// <summary>Works at OChat.</summary>
    Operator,
}

namespace JovaPos.Accounts;

/// <summary>Names of the authorisation policies.</summary>
public static class ShopPolicies
{
    /// <summary>A customer who has signed in.</summary>
    public const string Customer = "customer";

    /// <summary>Anybody on the staff.</summary>
    public const string Staff = "staff";

    /// <summary>Whoever runs the shop: its staff and its books.</summary>
    public const string Manager = "manager";

    /// <summary>Whoever answers requests about personal data.</summary>
    public const string PrivacyOfficer = "privacy-officer";
}

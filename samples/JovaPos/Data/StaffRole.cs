namespace JovaPos.Data;

/// <summary>What a member of staff may do.</summary>
public enum StaffRole
{
    /// <summary>Sells.</summary>
    Cashier,

    /// <summary>Sees customers and claims.</summary>
    Manager,

    /// <summary>Answers requests about personal data.</summary>
    PrivacyOfficer,
}

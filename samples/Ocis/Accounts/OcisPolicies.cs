namespace Ocis.Accounts;

/// <summary>Names of the authorisation policies: one for each thing that somebody needs to see for their work [OCIS-4.2].</summary>
public static class OcisPolicies
{
    /// <summary>Anybody with an account, for what is theirs.</summary>
    public const string Member = "member";

    public const string Support = "support";

    public const string Editor = "editor";

    public const string PrivacyOfficer = "privacy-officer";

    /// <summary>The system of an organiser, a partner or a vendor.</summary>
    public const string Partner = "partner";
}

namespace Ocis.Data;

/// <summary>What a user may do: no more than their work needs [OCIS-4.2].</summary>
public enum UserRole
{
    /// <summary>Buys tickets and asks for help.</summary>
    Member,

    /// <summary>Answers questions of members, and sees no more of them than that takes.</summary>
    Support,

    /// <summary>Writes newsletters and looks at how the platform is used, without seeing whose.</summary>
    Editor,

    /// <summary>Serves people's rights and lawful requests, and reads the audit trail.</summary>
    PrivacyOfficer,
}

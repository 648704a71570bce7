namespace Ocis.Accounts;

/// <summary>What came of a link that somebody followed.</summary>
public enum ConfirmationOutcome
{
    Confirmed,

    /// <summary>The link is worth nothing, or not any more: it expired, it was ended, or somebody else was first.</summary>
    Unknown,

    /// <summary>Whoever followed it has not shown that the account is theirs.</summary>
    NotProved,

    /// <summary>Somebody else has the user name by now.</summary>
    NameTaken,
}

namespace Ocis.Accounts;

/// <summary>What came of a registration.</summary>
public enum RegistrationOutcome
{
    /// <summary>What comes of it is told to the address that was given, and to nobody else.</summary>
    Done,

    TooYoung,

    /// <summary>What was typed in cannot be.</summary>
    Unsound,
}

namespace Ocis.Accounts;

/// <summary>What came of a registration.</summary>
public enum RegistrationOutcome
{
    Done,
    Taken,
    TooYoung,
}

namespace Ocis.Accounts;

/// <summary>What came of asking for another address.</summary>
public enum AddressOutcome
{
    /// <summary>Its reader was written to: asked whether it is theirs, or told that it is an account's already.</summary>
    Asked,

    /// <summary>The account has it.</summary>
    Same,

    /// <summary>Mail cannot go there.</summary>
    Unsound,

    /// <summary>As many letters went there as may.</summary>
    Flooded,
}

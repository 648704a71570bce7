namespace Ocis.Accounts;

/// <summary>By what it was proved that somebody may ask for another address of an account.</summary>
public enum AddressProof
{
    /// <summary>By the account's password.</summary>
    Password,

    /// <summary>By signing in with Google, LinkedIn or Microsoft.</summary>
    Provider,

    /// <summary>By a request for a correction: with the code that went to the address before, or on the word of OCIS' staff.</summary>
    Request,
}

namespace Ocis.Accounts;

/// <summary>Google, LinkedIn and Microsoft, for whom a ticket is good.</summary>
public interface IFederatedLogins
{
    /// <summary>Where a browser goes to sign in there, and comes back from with a ticket; null where there is no such provider.</summary>
    /// <param name="challenge">What the browser keeps the verifier of (PKCE, RFC 7636, by SHA-256).</param>
    /// <param name="state">Comes back with the ticket, for the page to know that it is the one that it asked for.</param>
    Task<Uri?> BeginAsync(string provider, string challenge, string state, CancellationToken cancel);

    /// <summary>Whose ticket it is; null where it is nobody's, spent, or another browser's.</summary>
    Task<FederatedProfile?> RedeemAsync(string provider, string ticket, string? verifier, CancellationToken cancel);
}

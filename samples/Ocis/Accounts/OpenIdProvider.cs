namespace Ocis.Accounts;

/// <summary>What a provider of federated logins knows OCIS by: <c>FederatedLogins:NAME</c> of the configuration.</summary>
public sealed class OpenIdProvider
{
    /// <summary>Where it describes itself, such as <c>https://accounts.google.com</c>: over HTTPS.</summary>
    public required Uri Authority { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>The page of OCIS to which it sends browsers back.</summary>
    public required Uri ReturnTo { get; init; }

    /// <summary>
    /// Whether it takes the verifier of a browser (PKCE). LinkedIn takes none: whoever catches a code on its way back from there
    /// could use it first.
    /// </summary>
    public bool Pkce { get; init; } = true;
}

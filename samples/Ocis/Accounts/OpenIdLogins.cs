using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Ocis.Accounts;

/// <summary>
/// Federated logins by OpenID Connect. The ticket is the code that a provider sends a browser back with: good once, for OCIS alone,
/// and for the browser that began (PKCE, and the token's nonce where a provider looks at no verifier). What comes for it says who
/// somebody is, and is taken only as signed by the provider, for OCIS, and not over (OpenID Connect Core 1.0, section 3.1.3.7).
/// </summary>
public sealed class OpenIdLogins(IHttpClientFactory clients, IReadOnlyDictionary<string, OpenIdProvider> providers, TimeProvider time)
    : IFederatedLogins
{
    /// <summary>The client by which providers are asked.</summary>
    public const string Client = "federated-logins";

    // The provider's clock may be another than ours.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _descriptions = providers.ToDictionary(
        provider => provider.Key,
        provider => new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{provider.Value.Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(clients.CreateClient(Client))));

    public async Task<Uri?> BeginAsync(string provider, string challenge, string state, CancellationToken cancel)
    {
        if (!providers.TryGetValue(provider, out var known))
            return null;
        var description = await DescribeAsync(provider, cancel);
        var request = new OpenIdConnectMessage
        {
            IssuerAddress = description.AuthorizationEndpoint,
            ClientId = known.ClientId,
            RedirectUri = known.ReturnTo.AbsoluteUri,
            ResponseType = OpenIdConnectResponseType.Code,
            // No more than FederatedProfile holds.
            Scope = OpenIdConnectScope.OpenIdProfile + " " + OpenIdConnectScope.Email,
            State = state,
            Nonce = challenge,
        };
        if (known.Pkce)
        {
            request.SetParameter("code_challenge", challenge);
            request.SetParameter("code_challenge_method", "S256");
        }

        return new(request.CreateAuthenticationRequestUrl());
    }

    public async Task<FederatedProfile?> RedeemAsync(string provider, string ticket, string? verifier, CancellationToken cancel)
    {
        if (verifier is null || !providers.TryGetValue(provider, out var known))
            return null;
        var description = await DescribeAsync(provider, cancel);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = OpenIdConnectGrantTypes.AuthorizationCode,
            ["code"] = ticket,
            ["redirect_uri"] = known.ReturnTo.AbsoluteUri,
            ["client_id"] = known.ClientId,
            ["client_secret"] = known.ClientSecret,
        };
        if (known.Pkce)
            form["code_verifier"] = verifier;
        using var question = new FormUrlEncodedContent(form);
        using var answer = await clients.CreateClient(Client).PostAsync(description.TokenEndpoint, question, cancel);
        if ((int)answer.StatusCode is >= 400 and < 500)
            return null;
        answer.EnsureSuccessStatusCode();
        var token = new OpenIdConnectMessage(await answer.Content.ReadAsStringAsync(cancel)).IdToken;
        var read = await ReadAsync(token, known, description);
        if (read.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // It has another key by now (OpenID Connect Core 1.0, section 10.1.1).
            read = await ReadAsync(token, known, await DescribeAsync(provider, cancel, anew: true));
        }

        return read.IsValid && IsOf(verifier, read)
            && read.ClaimsIdentity.FindFirst("sub")?.Value is { } id && read.ClaimsIdentity.FindFirst("email")?.Value is { } email
            ? new() { ProviderUserId = id, Name = read.ClaimsIdentity.FindFirst("name")?.Value ?? "", Email = email }
            : null;
    }

    private Task<TokenValidationResult> ReadAsync(string token, OpenIdProvider known, OpenIdConnectConfiguration description) =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerValidator = (issuer, read, _) => issuer == IssuerOf(description, (JsonWebToken)read)
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("Another issuer than the provider."),
            ValidAudience = known.ClientId,
            IssuerSigningKeys = description.SigningKeys,
            LifetimeValidator = (begins, ends, _, _) =>
                time.GetUtcNow() is var now && !(begins > now.UtcDateTime + s_tolerance) && ends > now.UtcDateTime - s_tolerance,
        });

    // Microsoft describes all of its tenants at once, and a token names its own.
    private static string IssuerOf(OpenIdConnectConfiguration description, JsonWebToken token) =>
        token.TryGetPayloadValue<string>("tid", out var tenant)
            ? description.Issuer.Replace("{tenantid}", tenant, StringComparison.Ordinal)
            : description.Issuer;

    // LinkedIn marks no token; where one is marked, it is for the browser that has the verifier.
    private static bool IsOf(string verifier, TokenValidationResult read) =>
        read.ClaimsIdentity.FindFirst("nonce")?.Value is not { Length: > 0 } nonce
        || nonce == Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <exception cref="HttpRequestException">The provider is away.</exception>
    private async Task<OpenIdConnectConfiguration> DescribeAsync(string provider, CancellationToken cancel, bool anew = false)
    {
        try
        {
            var description = _descriptions[provider];
            if (!anew)
                return await description.GetConfigurationAsync(cancel);
            // What is kept is renewed in the background: that is for who comes next.
            description.RequestRefresh();
            return await OpenIdConnectConfigurationRetriever.GetAsync(
                description.MetadataAddress, new HttpDocumentRetriever(clients.CreateClient(Client)), cancel);
        }
        catch (Exception away) when (away is InvalidOperationException or IOException)
        {
            throw new HttpRequestException($"{provider} does not say how to sign in there.", away);
        }
    }
}

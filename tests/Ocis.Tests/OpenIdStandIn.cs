using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ocis.Tests;

/// <summary>A provider of federated logins: it describes itself, and gives a signed token for a code, once, to who holds its verifier.</summary>
internal sealed class OpenIdStandIn : HttpMessageHandler
{
    public const string Authority = "https://signin.example", Client = "ocis-at-signin", Secret = "between-us", ReturnTo = "https://ocis.example/signed-in";

    private (string Id, RSA Key) _key = ("one", RSA.Create(2048));
    private readonly Dictionary<string, (string Challenge, SecurityTokenDescriptor Token)> _codes = [];

    /// <summary>Whether it does not answer.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether it takes a question and never answers.</summary>
    public bool Hangs { get; set; }

    /// <summary>Whether a code is given to who holds its verifier alone: not every provider knows of PKCE.</summary>
    public bool KnowsVerifiers { get; set; } = true;

    /// <summary>Whether it refuses who shows it a verifier, as LinkedIn does.</summary>
    public bool RefusesVerifiers { get; set; }

    /// <summary>Whether the token tells what the browser's request was marked with: not every provider does.</summary>
    public bool TellsNonce { get; set; } = true;

    /// <summary>Who it says that it is.</summary>
    public string Issuer { get; set; } = Authority;

    /// <summary>What a browser's verifier becomes on its way there.</summary>
    public static string ChallengeOf(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>It signs with another key from now on.</summary>
    public void RollOver() => _key = ("two", RSA.Create(2048));

    /// <summary>Somebody has signed in there: the code that their browser takes along.</summary>
    public string SignIn(Uri begun, Action<SecurityTokenDescriptor>? other = null, RSA? key = null)
    {
        var asked = HttpUtility.ParseQueryString(begun.Query);
        Assert.Equal((Client, ReturnTo, "code"), (asked["client_id"], asked["redirect_uri"], asked["response_type"]));
        Assert.Equal(RefusesVerifiers ? null : "S256", asked["code_challenge_method"]);
        var token = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = Client,
            IssuedAt = OcisFactory.Start.UtcDateTime,
            NotBefore = OcisFactory.Start.UtcDateTime,
            Expires = OcisFactory.Start.AddMinutes(10).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = "person-7", ["name"] = "Noor Haddad", ["email"] = "noor@example.com", ["locale"] = "nl" },
            SigningCredentials = new(new RsaSecurityKey(key ?? _key.Key) { KeyId = _key.Id }, SecurityAlgorithms.RsaSha256),
        };
        if (TellsNonce && asked["nonce"] is { } nonce)
            token.Claims["nonce"] = nonce;
        other?.Invoke(token);
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["code_challenge"] ?? "", token);
        return code;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (IsAway)
            throw new HttpRequestException("No route.");
        if (Hangs)
            await Task.Delay(Timeout.Infinite, cancel);
        return request.RequestUri!.AbsoluteUri switch
        {
            Authority + "/.well-known/openid-configuration" => Json(new
            {
                issuer = Issuer,
                authorization_endpoint = Authority + "/begin",
                token_endpoint = Authority + "/token",
                jwks_uri = Authority + "/keys",
            }),
            Authority + "/keys" => Json(new { keys = new[] { KeyOf(_key.Id, _key.Key) } }),
            Authority + "/token" => Redeem(HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancel))),
            _ => new(HttpStatusCode.NotFound),
        };
    }

    private HttpResponseMessage Redeem(System.Collections.Specialized.NameValueCollection form)
    {
        Assert.Equal(("authorization_code", Client, Secret, ReturnTo), (form["grant_type"], form["client_id"], form["client_secret"], form["redirect_uri"]));
        if (RefusesVerifiers && form["code_verifier"] is not null)
            return new(HttpStatusCode.Unauthorized);
        return _codes.Remove(form["code"]!, out var known) && (!KnowsVerifiers || RefusesVerifiers || known.Challenge == ChallengeOf(form["code_verifier"]!))
            ? Json(new { id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(known.Token), access_token = "x", token_type = "Bearer" })
            : new(HttpStatusCode.BadRequest);
    }

    private static object KeyOf(string id, RSA key)
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = id, n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) };
    }

    private static HttpResponseMessage Json(object value) => new(HttpStatusCode.OK) { Content = JsonContent.Create(value) };
}

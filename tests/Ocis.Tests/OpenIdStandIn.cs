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

    private readonly RSA _key = RSA.Create(2048);
    private readonly Dictionary<string, (string Challenge, SecurityTokenDescriptor Token)> _codes = [];

    /// <summary>Whether it does not answer.</summary>
    public bool IsAway { get; set; }

    /// <summary>What a browser's verifier becomes on its way there.</summary>
    public static string ChallengeOf(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>Somebody has signed in there: the code that their browser takes along.</summary>
    public string SignIn(Uri begun, Action<SecurityTokenDescriptor>? other = null, RSA? key = null)
    {
        var asked = HttpUtility.ParseQueryString(begun.Query);
        Assert.Equal((Client, ReturnTo, "code", "S256"), (asked["client_id"], asked["redirect_uri"], asked["response_type"], asked["code_challenge_method"]));
        var token = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = Client,
            IssuedAt = OcisFactory.Start.UtcDateTime,
            NotBefore = OcisFactory.Start.UtcDateTime,
            Expires = OcisFactory.Start.AddMinutes(10).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = "person-7", ["name"] = "Noor Haddad", ["email"] = "noor@example.com", ["locale"] = "nl" },
            SigningCredentials = new(new RsaSecurityKey(key ?? _key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        };
        other?.Invoke(token);
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["code_challenge"]!, token);
        return code;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (IsAway)
            throw new HttpRequestException("No route.");
        return request.RequestUri!.AbsoluteUri switch
        {
            Authority + "/.well-known/openid-configuration" => Json(new
            {
                issuer = Authority,
                authorization_endpoint = Authority + "/begin",
                token_endpoint = Authority + "/token",
                jwks_uri = Authority + "/keys",
            }),
            Authority + "/keys" => Json(new { keys = new[] { KeyOf(_key) } }),
            Authority + "/token" => Redeem(HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancel))),
            _ => new(HttpStatusCode.NotFound),
        };
    }

    private HttpResponseMessage Redeem(System.Collections.Specialized.NameValueCollection form)
    {
        Assert.Equal(("authorization_code", Client, Secret, ReturnTo), (form["grant_type"], form["client_id"], form["client_secret"], form["redirect_uri"]));
        return _codes.Remove(form["code"]!, out var known) && known.Challenge == ChallengeOf(form["code_verifier"]!)
            ? Json(new { id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(known.Token), access_token = "x", token_type = "Bearer" })
            : new(HttpStatusCode.BadRequest);
    }

    private static object KeyOf(RSA key)
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) };
    }

    private static HttpResponseMessage Json(object value) => new(HttpStatusCode.OK) { Content = JsonContent.Create(value) };
}

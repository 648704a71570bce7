using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Ocis.Accounts;

/// <summary>Lets the systems of organisers in, by a key in a header.</summary>
internal sealed class PartnerKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, IConfiguration configuration)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "partner-key";

    public const string Header = "X-Partner-Key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var given) || configuration["Partners:Key"] is not { Length: > 0 } key)
            return Task.FromResult(AuthenticateResult.NoResult());
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.ToString()), Encoding.UTF8.GetBytes(key)))
            return Task.FromResult(AuthenticateResult.Fail("Not the key of a partner."));
        var partner = new ClaimsPrincipal(new ClaimsIdentity([], SchemeName));
        return Task.FromResult(AuthenticateResult.Success(new(partner, SchemeName)));
    }
}

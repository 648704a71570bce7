using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Ocis.Accounts;

/// <summary>Lets the systems of organisers in, each by a key of its own in a header.</summary>
internal sealed class PartnerKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, PartnerKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "partner-key";

    public const string Header = "X-Partner-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var given))
            return AuthenticateResult.NoResult();
        if (await keys.OrganiserOfAsync(given.ToString(), Context.RequestAborted) is not { } organiser)
            return AuthenticateResult.Fail("Not the key of a partner.");
        var claim = new Claim(OcisClaims.Organiser, organiser.ToString(CultureInfo.InvariantCulture));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([claim], SchemeName)), SchemeName));
    }
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BotBelanja.Security;

/// <summary>Knows a program by its key in the header <c>X-Order-Page-Key</c>. What is remembered of the caller is the shop, and nothing else.</summary>
internal sealed class OrderPageAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, OrderPageKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string SchemeName = "OrderPageKey";

    public const string Header = "X-Order-Page-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ Length: > 0 } presented])
            return AuthenticateResult.NoResult();
        if (await keys.FindAsync(presented, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("No such key.");

        var caller = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ShopClaims.Shop, key.ShopId.ToString()), new Claim(ShopClaims.Scope, key.Scope.ToString())],
            SchemeName));
        return AuthenticateResult.Success(new AuthenticationTicket(caller, SchemeName));
    }
}

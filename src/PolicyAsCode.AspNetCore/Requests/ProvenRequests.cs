using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// Remembers in a browser, sealed, for which requests a code was entered in it: numbers and times, no person.
/// </summary>
internal sealed class ProvenRequests(
    IDataProtectionProvider protection, TimeProvider time, IOptions<PrivacyRequestPagesOptions> options)
{
    private const string Cookie = "privacy-proof";
    private const int Most = 10;

    private readonly IDataProtector _protector = protection.CreateProtector("PolicyAsCode.AspNetCore.ProvenRequests.1");

    public bool Has(HttpContext http, Guid id) => Read(http).Any(proof => proof.Id == id);

    public void Add(HttpContext http, Guid id, string path)
    {
        var until = time.GetUtcNow() + options.Value.ProofLifetime;
        var proofs = Read(http).Where(proof => proof.Id != id).Append((Id: id, Until: until)).TakeLast(Most);
        var text = string.Join(',', proofs.Select(proof =>
            string.Create(CultureInfo.InvariantCulture, $"{proof.Id:N}:{proof.Until.ToUnixTimeSeconds()}")));
        http.Response.Cookies.Append(Cookie, _protector.Protect(text), new()
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps,
            Path = http.Request.PathBase + path,
        });
    }

    private IEnumerable<(Guid Id, DateTimeOffset Until)> Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 4096 } cookie)
            yield break;
        string text;
        try
        {
            text = _protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            // Made up, or sealed with a key that is gone: it proves nothing.
            yield break;
        }

        var now = time.GetUtcNow();
        foreach (var part in text.Split(','))
        {
            var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(part.AsSpan(33), CultureInfo.InvariantCulture));
            if (until > now)
                yield return (Guid.ParseExact(part.AsSpan(0, 32), "N"), until);
        }
    }
}

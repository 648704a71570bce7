using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;

namespace Ocis.Tests;

/// <summary>The certificate that a live service seals its keys by.</summary>
internal static class KeyCertificate
{
    private const string Password = "for tests";

    private static readonly Lazy<byte[]> s_file = new(Make);

    private static readonly Lazy<byte[]> s_next = new(Make);

    public static IWebHostBuilder SealingKeys(this IWebHostBuilder web, string folder)
    {
        var file = Path.Combine(folder, "keys.pfx");
        File.WriteAllBytes(file, s_file.Value);
        return web.UseSetting("Keys:Certificate", file).UseSetting("Keys:CertificatePassword", Password);
    }

    /// <summary>Seals by the certificate that follows, and says which was before it, or does not.</summary>
    public static IWebHostBuilder SealingKeysAnew(this IWebHostBuilder web, string folder, bool namesEarlier)
    {
        var file = Path.Combine(folder, "next.pfx");
        File.WriteAllBytes(file, s_next.Value);
        web.UseSetting("Keys:Certificate", file).UseSetting("Keys:CertificatePassword", Password);
        return namesEarlier
            ? web.UseSetting("Keys:Earlier:0:Certificate", Path.Combine(folder, "keys.pfx")).UseSetting("Keys:Earlier:0:CertificatePassword", Password)
            : web;
    }

    private static byte[] Make()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=ocis keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return made.Export(X509ContentType.Pfx, Password);
    }
}

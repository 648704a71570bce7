using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OChat.Data;

namespace OChat.Tests;

/// <summary>The keys that wrap the keys of people are themselves sealed, outside of development [OCHAT-3.1].</summary>
[Trait("Clause", "OCHAT-3.1")]
public sealed class KeysAtRestTests
{
    private const string Password = "for tests";

    [Fact]
    public async Task A_live_service_without_a_certificate_does_not_start_and_says_why()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        await using var live = ochat.WithWebHostBuilder(web => web.UseSetting("environment", "Production"));
        var refused = Assert.ThrowsAny<Exception>(() => live.CreateClient());
        Assert.Contains("Keys:Certificate", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_no_key_lies_in_the_clear_and_it_opens_after_a_restart()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var certificate = Path.Combine(ochat.KeyFolder, "keys.pfx");
        await File.WriteAllBytesAsync(certificate, Certificate(), TestContext.Current.CancellationToken);
        for (var start = 0; start < 2; start++)
        {
            await using var live = ochat.WithWebHostBuilder(web => web
                .UseSetting("environment", "Production")
                .UseSetting("Keys:Certificate", certificate).UseSetting("Keys:CertificatePassword", Password));
            var browser = live.CreateClient(new() { BaseAddress = new("https://localhost") });
            // What somebody applies with is sealed under a key that the folder's own key wraps: the same one after a restart.
            var form = new { name = "Gede Arsana", email = "gede@toko.example", userName = $"gede-{start}", password = "a long one, of words" };
            Assert.Equal(HttpStatusCode.Created, (await browser.PostAsJsonAsync("/account/register", form)).StatusCode);
            await using var scope = live.Services.CreateAsyncScope();
            var users = await scope.ServiceProvider.GetRequiredService<OChatContext>().Users.AsNoTracking().ToListAsync();
            Assert.Equal(start + 1, users.Count(user => user.Name == "Gede Arsana"));
        }

        var keys = Directory.GetFiles(Path.Combine(ochat.KeyFolder, "wrapping"));
        var key = await File.ReadAllTextAsync(Assert.Single(keys), TestContext.Current.CancellationToken);
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
    }

    private static byte[] Certificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=ochat keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return made.Export(X509ContentType.Pfx, Password);
    }
}

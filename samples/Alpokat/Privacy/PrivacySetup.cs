using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using Alpokat.Accounts;
using Alpokat.Data;
using Microsoft.AspNetCore.DataProtection;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Privacy;

/// <summary>Registers what serves people's rights, sweeps what has outlived its time, encrypts, and records who looked.</summary>
internal static class PrivacySetup
{
    /// <summary>Where people ask for their rights, and the privacy desk serves them.</summary>
    public const string Pages = "/hak";

    public static IServiceCollection AddAlpokatPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPrivacyOperations<AlpokatContext>();
        services.AddPrivacyRequests<AlpokatContext>();
        services.AddSubjectEncryption<AlpokatContext>();
        services.AddPrivacyAudit<AlpokatContext>(audit =>
        {
            audit.Key = Convert.FromBase64String(
                configuration["Audit:Key"] ?? throw new InvalidOperationException("Audit:Key is not configured."));
            audit.KeepFor = TimeSpan.FromDays(2 * 365);
        });
        // Merchants by their key; desks by their names, which are nobody's.
        services.AddHttpAuditActor(
            user => user.HasClaim(claim => claim.Type == AlpokatClaims.Merchant) ? Subjects.Merchant : "desk",
            AlpokatClaims.Merchant, nameIsKey: true);
        services.AddScoped<ISubjectContacts, ContactsOfPeople>();
        services.AddScoped<IRequestSubject, PeopleOnRecord>();
        services.AddPrivacyRequestPages(pages =>
        {
            pages.Language = "id";
            pages.StaffPolicy = AlpokatPolicies.Privacy;
            pages.StaffName = user => user.FindFirstValue(ClaimTypes.Name);
            pages.Purposes.Add(new(Purposes.Promotion, "News and offers", "Berita dan penawaran"));
            pages.Purposes.Add(new(Purposes.ServiceImprovement, "Improvement of the service", "Peningkatan layanan"));
            pages.Fields.Add(new("Merchant.Name", "Your name", "Nama Anda"));
            pages.Fields.Add(new("Merchant.Phone", "Your phone number", "Nomor telepon Anda"));
            pages.Fields.Add(new("Merchant.OfficeAddress", "Your office address", "Alamat kantor Anda"));
            pages.Fields.Add(new("Customer.Name", "The name on your receipts", "Nama pada tanda terima Anda"));
        });
        return services;
    }

    /// <summary>
    /// Keys of people in a folder of their own, outside of the database and of its backups. Those that wrap them are sealed
    /// by a certificate that lies elsewhere; development alone does without.
    /// </summary>
    public static void AddKeyFolder(this IServiceCollection services, string folder, IConfiguration configuration, IHostEnvironment environment)
    {
        var wrapping = services.AddDataProtection().SetApplicationName("alpokat").PersistKeysToFileSystem(new(Path.Combine(folder, "wrapping")));
        if (configuration["Keys:Certificate"] is { Length: > 0 } file)
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, configuration["Keys:CertificatePassword"]);
            // What was sealed by those before is opened for as long as they are named: a certificate ends sooner than a key.
            X509Certificate2[] earlier =
            [
                .. configuration.GetSection("Keys:Earlier").GetChildren()
                    .Select(one => X509CertificateLoader.LoadPkcs12FromFile(one["Certificate"]!, one["CertificatePassword"])),
            ];
            wrapping.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate([certificate, .. earlier]);
        }
        else if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                "Keys:Certificate is not configured: the file (PKCS #12) of the certificate that seals the keys in Keys:Folder.");
        }

        services.AddDataProtectionKeyWrapping();
        services.AddFileSubjectKeys(SubjectKeys(folder));
    }

    /// <summary>Sets the folder up, once: an empty one later on is a volume that is not mounted, and is refused.</summary>
    public static void InitialiseKeyFolder(string folder)
    {
        if (!Directory.Exists(SubjectKeys(folder)))
            FileSubjectKeys.Initialise(SubjectKeys(folder));
    }

    private static string SubjectKeys(string folder) => Path.Combine(folder, "people");
}

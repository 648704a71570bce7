using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using OChat.Accounts;
using OChat.Data;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Privacy;

/// <summary>Registers what serves people's rights, sweeps what has outlived its time, and encrypts.</summary>
internal static class PrivacySetup
{
    /// <summary>Where people ask for their rights, and OChat serves them.</summary>
    public const string Pages = "/rights";

    public static IServiceCollection AddOChatPrivacy(this IServiceCollection services)
    {
        services.AddPrivacyOperations<OChatContext>();
        services.AddPrivacyRequests<OChatContext>();
        services.AddSubjectEncryption<OChatContext>();
        services.AddScoped<ISubjectContacts, ContactsOfPeople>();
        services.AddScoped<IRequestSubject, PeopleOnRecord>();
        services.AddPrivacyRequestPages(pages =>
        {
            pages.StaffPolicy = OChatPolicies.Operator;
            pages.StaffName = user => user.FindFirstValue(OChatClaims.User);
            pages.Purposes.Add(new(Purposes.Promotion, "Offers", "Penawaran"));
            pages.Purposes.Add(new(Purposes.ServiceImprovement, "Improvement of answers and order pages", "Peningkatan jawaban dan halaman pesanan"));
            pages.Purposes.Add(new(Purposes.Analysis, "Analysis of how OChat is used", "Analisis penggunaan OChat"));
            pages.Purposes.Add(new(Purposes.Research, "Research into what customers ask", "Penelitian tentang pertanyaan pelanggan"));
            pages.Fields.Add(new("User.Name", "Your name", "Nama Anda"));
            pages.Fields.Add(new("User.Phone", "Your phone number", "Nomor telepon Anda"));
            pages.Fields.Add(new("Customer.Name", "Your name", "Nama Anda"));
            pages.Fields.Add(new("Customer.Phone", "Your phone number", "Nomor telepon Anda"));
        });
        return services;
    }

    /// <summary>
    /// Keys of people in a folder of their own, outside of the database and of its backups. Those that wrap them are sealed
    /// by a certificate that lies elsewhere; development alone does without.
    /// </summary>
    public static void AddKeyFolder(this IServiceCollection services, string folder, IConfiguration configuration, IHostEnvironment environment)
    {
        var wrapping = services.AddDataProtection().SetApplicationName("ochat").PersistKeysToFileSystem(new(Path.Combine(folder, "wrapping")));
        if (configuration["Keys:Certificate"] is { Length: > 0 } file)
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, configuration["Keys:CertificatePassword"]);
            wrapping.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
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

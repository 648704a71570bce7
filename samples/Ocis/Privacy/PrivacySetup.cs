using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Ocis.Accounts;
using Ocis.Data;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>Registers what serves people's rights, sweeps what has outlived its time, encrypts, and records who did what.</summary>
internal static class PrivacySetup
{
    /// <summary>Where people ask for their rights, and the privacy officer serves them.</summary>
    public const string Pages = "/rights";

    public static IServiceCollection AddOcisPrivacy(this IServiceCollection services, byte[] auditKey)
    {
        services.AddPrivacyOperations<OcisContext>();
        services.AddScoped<ISubjectErasure, UserErasure>();
        services.AddScoped<ISubjectRectification, UserCorrections>();
        services.AddPrivacyRequests<OcisContext>();
        services.AddSubjectEncryption<OcisContext>();
        services.AddPrivacyAudit<OcisContext>(audit =>
        {
            audit.Key = auditKey;
            audit.KeepFor = TimeSpan.FromDays(2 * 365);
        });
        services.AddHttpAuditActor(Subjects.User, OcisClaims.User);
        services.AddScoped<ISubjectContacts, ContactsOfPeople>();
        services.AddScoped<INotifier, RightsLetters>();
        services.AddScoped<IRequestSubject, UserOnRecord>();
        services.AddScoped<Choices>();
        services.AddScoped<UnderageDesk>();
        return services;
    }

    public static void AddOcisRightsPages(this IServiceCollection services) =>
        services.AddPrivacyRequestPages(pages =>
        {
            pages.StaffPolicy = OcisPolicies.PrivacyOfficer;
            pages.StaffName = user => OcisClaims.UserOf(user).ToString();
            pages.Purposes.Add(new(Purposes.Promotion, "Newsletters and offers", "Buletin dan penawaran"));
            pages.Purposes.Add(new(Purposes.ServiceImprovement, "Improving the platform", "Perbaikan layanan"));
            pages.Purposes.Add(new(Purposes.Security, "Watching for attacks", "Pengamanan"));
            pages.Purposes.Add(new(Purposes.Statistics, "Statistics of visits", "Statistik kunjungan"));
            pages.Purposes.Add(new(Purposes.Communication, "News of events", "Kabar acara"));
            pages.Fields.Add(new("User.Name", "Your name", "Nama Anda"));
            // It counts once its reader confirms it; who is signed in has it sooner by the password: PUT /account/email.
            pages.Fields.Add(new(
                UserCorrections.Email, "Your e-mail address (ask for it signed out: a code goes to the one that we have)",
                "Alamat surel Anda (ajukan tanpa masuk: kode dikirim ke alamat yang kami miliki)"));
            pages.Fields.Add(new("User.Phone", "Your telephone number", "Nomor telepon Anda"));
            // Taken back where it was given: by the link in a newsletter, and by the cookie banner.
            pages.ServedElsewhere.Add(PrivacyRight.ConsentWithdrawal);
        });

    /// <summary>
    /// Keys of people in a folder of their own, outside of the database and of its backups. Those that wrap them are sealed
    /// by a certificate that lies elsewhere; development alone does without.
    /// </summary>
    public static void AddKeyFolder(this IServiceCollection services, string folder, IConfiguration configuration, IHostEnvironment environment)
    {
        var wrapping = services.AddDataProtection().SetApplicationName("ocis").PersistKeysToFileSystem(new(Path.Combine(folder, "wrapping")));
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

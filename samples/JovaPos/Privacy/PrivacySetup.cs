using System.Security.Claims;
using JovaPos.Accounts;
using JovaPos.Data;
using PolicyAsCode.AspNetCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>Registers what serves customers' rights.</summary>
public static class PrivacySetup
{
    /// <summary>Where customers ask for their rights, and the officer serves them.</summary>
    public const string Pages = "/rights";

    public static IServiceCollection AddShopPrivacy(this IServiceCollection services)
    {
        services.AddPrivacyOperations<ShopContext>();
        services.AddRetentionSweeps<ShopContext>();
        services.AddPrivacyRequests<ShopContext>();
        services.AddScoped<ISubjectContacts, CustomerContacts>();
        services.AddScoped<ISubjectRectification, CustomerCorrections>();
        services.AddScoped<INotifier, CustomerLetters>();
        services.AddScoped<IRequestSubject, CustomerOnRecord>();
        services.AddPrivacyRequestPages(pages =>
        {
            pages.Language = "id";
            pages.StaffPolicy = ShopPolicies.PrivacyOfficer;
            pages.StaffName = user => user.FindFirstValue(ShopClaims.StaffId);
            pages.AskForName = true;
            pages.Purposes.Add(new(Purposes.Promotion, "Offers", "Promosi"));
            pages.Fields.Add(new(CustomerCorrections.Name, "Your name", "Nama Anda"));
            pages.Fields.Add(new(CustomerCorrections.Phone, "Your phone number", "Nomor telepon Anda"));
            pages.Fields.Add(new(CustomerCorrections.Address, "Your address", "Alamat Anda"));
            // Consents are the shop's own, and taken back at once where they were given.
            pages.ServedElsewhere.Add(PrivacyRight.ConsentWithdrawal);
        });
        services.AddScoped<IConsents, Consents>();
        services.AddScoped<CookieChoices>();
        services.AddScoped<DeletionRequests>();
        return services;
    }
}

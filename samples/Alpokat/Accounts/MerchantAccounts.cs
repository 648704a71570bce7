using System.Security.Claims;
using System.Security.Cryptography;
using Alpokat.Data;
using Alpokat.Promotion;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Accounts;

/// <summary>Opens accounts, signs merchants in, and closes accounts again.</summary>
public sealed class MerchantAccounts(
    AlpokatContext alpokat, IPasswordHasher<Account> hasher, Passwords passwords, IConsents consents, TimeProvider time,
    ILogger<MerchantAccounts> log)
{
    /// <summary>
    /// Opens an account; null where the user name is taken. It collects for every purpose of the policy, and serves none
    /// itself: what data is used for is judged where it is used.
    /// </summary>
    public async Task<Guid?> RegisterAsync(RegistrationForm form, CancellationToken cancel)
    {
        if (await IsTakenAsync(form, cancel))
            return null;

        var merchant = new Merchant
        {
            Id = Guid.NewGuid(),
            Name = form.Name,
            Email = form.Email,
            Phone = form.Phone,
            OfficeAddress = form.OfficeAddress,
            BirthDate = form.BirthDate,
            UserName = form.UserName,
            RegisteredAt = time.GetUtcNow(),
        };
        merchant.PasswordHash = HashOf(form);
        merchant.UserId = NewUserId();
        alpokat.Merchants.Add(merchant);
        await alpokat.SaveChangesAsync(cancel);
        if (Agrees(form))
            await consents.GiveAsync(
                Subjects.Merchant, merchant.Id.ToString(), Purposes.Promotion, OfferConsent.Text, "form", cancel);
        log.LogInformation("Merchant {MerchantId} registered", merchant.Id);
        return merchant.Id;
    }

    /// <summary>Who this is, or null.</summary>
    [Purpose(Purposes.Security)]
    public async Task<ClaimsPrincipal?> SignInAsync(SignInForm form, CancellationToken cancel)
    {
        var merchant = await alpokat.Merchants.SingleOrDefaultAsync(
            known => known.UserName == form.UserName && known.ClosedAt == null, cancel);
        if (!passwords.Match(merchant?.PasswordHash, form.Password) || merchant is null)
            return null;

        return new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(AlpokatClaims.Merchant, merchant.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>A merchant's own data.</summary>
    [Purpose(Purposes.ServiceProvision)]
    public Task<ProfileView> ProfileAsync(Guid merchantId, CancellationToken cancel) =>
        alpokat.Merchants.Where(merchant => merchant.Id == merchantId)
            .Select(merchant => new ProfileView
            {
                Name = merchant.Name,
                Email = merchant.Email,
                Phone = merchant.Phone,
                OfficeAddress = merchant.OfficeAddress,
                UserId = merchant.UserId,
                PublicProfile = merchant.PublicProfile,
                IsConfirmed = merchant.ConfirmedAt != null,
            })
            .SingleAsync(cancel);

    /// <summary>Takes down what a merchant makes public.</summary>
    public async Task PublishAsync(Guid merchantId, PublicProfileForm form, CancellationToken cancel)
    {
        var merchant = await alpokat.Merchants.SingleAsync(known => known.Id == merchantId, cancel);
        merchant.PublicProfile = form.PublicProfile;
        await alpokat.SaveChangesAsync(cancel);
    }

    /// <summary>From now on the times of the policy run.</summary>
    public async Task CloseAsync(Guid merchantId, CancellationToken cancel)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await alpokat.Merchants.Where(merchant => merchant.Id == merchantId && merchant.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(merchant => merchant.ClosedAt, now), cancel);
    }

    [Purpose(Purposes.Security)]
    private Task<bool> IsTakenAsync(RegistrationForm form, CancellationToken cancel) =>
        alpokat.Merchants.AnyAsync(known => known.UserName == form.UserName, cancel);

    [Purpose(Purposes.Security)]
    private string HashOf(RegistrationForm form) => hasher.HashPassword(Account.Any, form.Password);

    [Purpose(Purposes.RightsHandling)]
    private static bool Agrees(RegistrationForm form) => form.WantsOffers;

    [return: DataCategory(Categories.Account.UserId)]
    private static string NewUserId() => $"ALP-{RandomNumberGenerator.GetHexString(8)}";
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OChat.Data;
using OChat.Promotion;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Accounts;

/// <summary>Opens accounts, signs users in, and closes accounts again.</summary>
public sealed class UserAccounts(
    OChatContext ochat, IPasswordHasher<Account> passwords, IConsents consents, TimeProvider time,
    ILogger<UserAccounts> log)
{
    /// <summary>
    /// Opens an account that somebody at OChat has yet to approve; null where the user name is taken. It collects for every
    /// purpose of the policy, and serves none itself: what data is used for is judged where it is used.
    /// </summary>
    public async Task<Guid?> RegisterAsync(RegistrationForm form, CancellationToken cancel)
    {
        if (await IsTakenAsync(form, cancel))
            return null;

        var user = new User
        {
            Id = Guid.NewGuid(),
            Name = form.Name,
            Email = form.Email,
            Phone = form.Phone,
            UserName = form.UserName,
            RegisteredAt = time.GetUtcNow(),
        };
        user.PasswordHash = HashOf(form);
        ochat.Users.Add(user);
        await ochat.SaveChangesAsync(cancel);
        if (form.WantsOffers)
            await consents.GiveAsync(Subjects.User, user.Id.ToString(), Purposes.Promotion, OfferConsent.Text, "form", cancel);
        log.LogInformation("User {UserId} applied", user.Id);
        return user.Id;
    }

    /// <summary>Who this is, or null.</summary>
    [Purpose(Purposes.Security)]
    public async Task<ClaimsPrincipal?> SignInAsync(SignInForm form, CancellationToken cancel)
    {
        var user = await ochat.Users.SingleOrDefaultAsync(
            known => known.UserName == form.UserName && known.ApprovedAt != null && known.ClosedAt == null, cancel);
        if (user?.PasswordHash is null
            || passwords.VerifyHashedPassword(Account.Any, user.PasswordHash, form.Password) == PasswordVerificationResult.Failed)
            return null;

        return new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(OChatClaims.User, user.Id.ToString()), new Claim(ClaimTypes.Role, user.Role.ToString())],
            CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>A user's own data.</summary>
    [Purpose(Purposes.ServiceProvision)]
    public Task<ProfileView> ProfileAsync(Guid userId, CancellationToken cancel) =>
        ochat.Users.Where(user => user.Id == userId)
            .Select(user => new ProfileView { Name = user.Name, Email = user.Email, Phone = user.Phone })
            .SingleAsync(cancel);

    /// <summary>From now on the times of the policy run.</summary>
    public async Task CloseAsync(Guid userId, CancellationToken cancel)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await ochat.Users.Where(user => user.Id == userId && user.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, now), cancel);
    }

    [Purpose(Purposes.Security)]
    private Task<bool> IsTakenAsync(RegistrationForm form, CancellationToken cancel) =>
        ochat.Users.AnyAsync(known => known.UserName == form.UserName, cancel);

    [Purpose(Purposes.Security)]
    private string HashOf(RegistrationForm form) => passwords.HashPassword(Account.Any, form.Password);
}

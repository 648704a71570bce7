using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Newsletters;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Accounts;

/// <summary>Signs people in, shows them what is theirs, and closes accounts.</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class UserAccounts(OcisContext ocis, Passwords passwords, NewsletterChoices newsletters, IConsents consents, TimeProvider time)
{
    /// <summary>Who this is, or null.</summary>
    public async Task<ClaimsPrincipal?> SignInAsync(SignInForm form, CancellationToken cancel)
    {
        var user = await ocis.Users.SingleOrDefaultAsync(
            known => known.UserName == form.UserName && known.ClosedAt == null, cancel);
        return passwords.Match(user?.PasswordHash, form.Password) && user is not null ? await OpenAsync(user.Id, cancel) : null;
    }

    /// <summary>A session of somebody of whom it is known who they are; null where the account is closed.</summary>
    public async Task<ClaimsPrincipal?> OpenAsync(Guid userId, CancellationToken cancel)
    {
        var role = await ocis.Users.Where(user => user.Id == userId && user.ClosedAt == null)
            .Select(user => (UserRole?)user.Role).SingleOrDefaultAsync(cancel);
        if (role is null)
            return null;

        var now = time.GetUtcNow();
        await ocis.Users.Where(user => user.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.LastActivityAt, now), cancel);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(OcisClaims.User, userId.ToString()), new Claim(ClaimTypes.Role, $"{role}")],
            CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>Whether there is such an account: a session ends with it.</summary>
    public Task<bool> IsOpenAsync(Guid userId, CancellationToken cancel) =>
        ocis.Users.AnyAsync(user => user.Id == userId && user.ClosedAt == null, cancel);

    public Task<ProfileView> ProfileAsync(Guid userId, CancellationToken cancel) =>
        ocis.Users.Where(user => user.Id == userId)
            .Select(user => new ProfileView { Name = user.Name, Email = user.Email, Phone = user.Phone, Theme = user.Theme })
            .SingleAsync(cancel);

    public async Task ChooseAsync(Guid userId, ThemeForm form, CancellationToken cancel)
    {
        var user = await ocis.Users.SingleAsync(known => known.Id == userId, cancel);
        user.Theme = form.Theme;
        await ocis.SaveChangesAsync(cancel);
    }

    public async Task CallAsync(Guid userId, PhoneForm form, CancellationToken cancel)
    {
        var user = await ocis.Users.SingleAsync(known => known.Id == userId, cancel);
        user.Phone = form.Phone;
        await ocis.SaveChangesAsync(cancel);
    }

    /// <summary>From now on the times of the policy run, and nothing that was agreed to stands: who comes back is asked anew.</summary>
    public async Task CloseAsync(Guid userId, CancellationToken cancel)
    {
        var user = await ocis.Users.SingleAsync(known => known.Id == userId, cancel);
        user.ClosedAt ??= time.GetUtcNow();
        await ocis.SaveChangesAsync(cancel);
        await newsletters.LeaveAsync(userId, "in-app", cancel);
        await consents.WithdrawAsync(Subjects.User, userId.ToString(), purpose: null, "in-app", cancel);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Accounts;

/// <summary>Makes accounts, behind the question for the age. It collects for all purposes of the policy, and serves none itself.</summary>
public sealed class Registration(
    OcisContext ocis, AgeGate ages, IPasswordHasher<Account> passwords, Addresses addresses, TimeProvider time,
    ILogger<Registration> log)
{
    public async Task<(RegistrationOutcome Outcome, Guid UserId)> RegisterAsync(RegistrationForm form, CancellationToken cancel)
    {
        // Before it is known whether there is such an account, so that the time that it takes says nothing of that.
        var hash = HashOf(form);
        if (!IsOldEnough(form))
            return (RegistrationOutcome.TooYoung, default);
        if (await IsTakenAsync(form, cancel))
        {
            await addresses.TellTakenAsync(form, cancel);
            return (RegistrationOutcome.Done, default);
        }

        var now = time.GetUtcNow();
        var user = new User
        {
            Id = Guid.NewGuid(),
            Name = form.Name,
            UnconfirmedEmail = form.Email,
            ConfirmationId = Guid.NewGuid(),
            Phone = form.Phone,
            UserName = form.UserName,
            RegisteredAt = now,
            LastActivityAt = now,
            ClosedAt = now + ConfirmationLinks.Lifetime,
        };
        user.PasswordHash = hash;
        ocis.Users.Add(user);
        await ocis.SaveChangesAsync(cancel);
        await addresses.AskAsync(user, form.WantsNewsletters, cancel);
        log.LogInformation("User {UserId} registered", user.Id);
        return (RegistrationOutcome.Done, user.Id);
    }

    /// <summary>The account of somebody who came by a federated login, made now if there is none.</summary>
    public async Task<(RegistrationOutcome Outcome, Guid UserId)> WelcomeAsync(
        FederatedForm form, FederatedProfile profile, CancellationToken cancel)
    {
        if (await KnownAsync(form.Provider, profile, cancel) is { } known)
            return (RegistrationOutcome.Done, known);
        if (!IsOldEnough(form))
            return (RegistrationOutcome.TooYoung, default);

        var now = time.GetUtcNow();
        var user = new User
        {
            Id = Guid.NewGuid(),
            Name = profile.Name,
            UnconfirmedEmail = profile.Email,
            ConfirmationId = Guid.NewGuid(),
            RegisteredAt = now,
            LastActivityAt = now,
        };
        ocis.Users.Add(user);
        ocis.FederatedLogins.Add(new FederatedLogin
        {
            Id = Guid.NewGuid(),
            UserId = user.Id,
            Provider = form.Provider,
            ProviderUserId = profile.ProviderUserId,
        });
        await ocis.SaveChangesAsync(cancel);
        await addresses.AskAsync(user, wantsNewsletters: false, cancel);
        log.LogInformation("User {UserId} came by {Provider}", user.Id, form.Provider);
        return (RegistrationOutcome.Done, user.Id);
    }

    [Purpose(Purposes.LegalCompliance)]
    private bool IsOldEnough(RegistrationForm form) => ages.IsOldEnough(form.BirthDate);

    [Purpose(Purposes.LegalCompliance)]
    private bool IsOldEnough(FederatedForm form) => form.BirthDate is { } birthDate && ages.IsOldEnough(birthDate);

    [Purpose(Purposes.ServiceProvision)]
    private async Task<bool> IsTakenAsync(RegistrationForm form, CancellationToken cancel)
    {
        if (await ocis.Users.SingleOrDefaultAsync(known => known.UserName == form.UserName, cancel) is not { } known)
            return false;
        if (known is not { Email: null, UnconfirmedEmail: not null } || known.ClosedAt is not { } closed || closed > time.GetUtcNow())
            return true;

        // Nobody confirmed it in time: its name is free again.
        known.UserName = null;
        await ocis.SaveChangesAsync(cancel);
        return false;
    }

    [Purpose(Purposes.ServiceProvision)]
    private string HashOf(RegistrationForm form) => passwords.HashPassword(Account.Any, form.Password);

    [Purpose(Purposes.ServiceProvision)]
    private async Task<Guid?> KnownAsync(string provider, FederatedProfile profile, CancellationToken cancel)
    {
        var found = await ocis.FederatedLogins.FindSealedAsync(ocis, login => login.ProviderUserId, profile.ProviderUserId, cancel);
        return found.SingleOrDefault(login => login.Provider == provider)?.UserId;
    }
}

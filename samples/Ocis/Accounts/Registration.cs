using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Accounts;

/// <summary>
/// Takes down who wants an account, behind the question for the age: there is one once the address is confirmed.
/// </summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class Registration(
    OcisContext ocis, AgeGate ages, IPasswordHasher<Account> passwords, PendingAddresses pending, AddressLetters letters,
    AddressChanges changes, FederatedUsers federated,
    TimeProvider time, ILogger<Registration> log)
{
    public async Task<RegistrationOutcome> RegisterAsync(RegistrationForm form, CancellationToken cancel)
    {
        if (!form.IsSound())
            return RegistrationOutcome.Unsound;
        // Before it is known whether there is such an account, so that the time that it takes says nothing of that.
        var hash = HashOf(form);
        if (!IsOldEnough(form))
            return RegistrationOutcome.TooYoung;
        if (!letters.MayWrite(form.Email))
            return RegistrationOutcome.Done;

        var address = form.Email.Trim();
        var owner = await pending.OwnerAsync(address, cancel);
        if (owner is { ClosedAt: null })
            await letters.TellOwnedAsync(address, cancel);
        else if (await IsTakenAsync(form, owner, cancel))
            await letters.TellTakenAsync(address, cancel);
        else
        {
            var claim = await pending.ClaimAsync(address, userId: null, cancel);
            (claim.Name, claim.UserName) = (form.Name, form.UserName);
            claim.PasswordHash = hash;
            await ocis.SaveChangesAsync(cancel);
            await letters.AskAsync(address, claim.Id, form.UserName, owner is not null, cancel);
            log.LogInformation("Claim {ClaimId} waits for its address", claim.Id);
        }

        return RegistrationOutcome.Done;
    }

    /// <summary>The account of somebody who came by a federated login, made now if there is none, and opened again if it was closed.</summary>
    public async Task<(RegistrationOutcome Outcome, Guid UserId)> WelcomeAsync(
        FederatedForm form, FederatedProfile profile, CancellationToken cancel)
    {
        if (await KnownAsync(form.Provider, profile, cancel) is { } known)
            return (RegistrationOutcome.Done, known);
        if (!IsOldEnough(form))
            return (RegistrationOutcome.TooYoung, default);

        var now = time.GetUtcNow();
        var user = new User { Id = Guid.NewGuid(), Name = profile.Name, RegisteredAt = now, LastActivityAt = now };
        ocis.Users.Add(user);
        ocis.FederatedLogins.Add(new FederatedLogin
        {
            Id = Guid.NewGuid(),
            UserId = user.Id,
            Provider = form.Provider,
            ProviderUserId = profile.ProviderUserId,
        });
        await ocis.SaveChangesAsync(cancel);
        await changes.AskAsync(user, profile.Email, AddressProof.Provider, cancel);
        log.LogInformation("User {UserId} came by {Provider}", user.Id, form.Provider);
        return (RegistrationOutcome.Done, user.Id);
    }

    [Purpose(Purposes.LegalCompliance)]
    private bool IsOldEnough(RegistrationForm form) => ages.IsOldEnough(form.BirthDate);

    [Purpose(Purposes.LegalCompliance)]
    private bool IsOldEnough(FederatedForm form) => form.BirthDate is { } birthDate && ages.IsOldEnough(birthDate);

    // A closed account keeps its name for whoever comes back to it.
    private Task<bool> IsTakenAsync(RegistrationForm form, User? comesBack, CancellationToken cancel)
    {
        var own = comesBack?.Id;
        return ocis.Users.AnyAsync(known => known.UserName == form.UserName && known.Id != own, cancel);
    }

    private string HashOf(RegistrationForm form) => passwords.HashPassword(Account.Any, form.Password);

    private async Task<Guid?> KnownAsync(string provider, FederatedProfile profile, CancellationToken cancel)
    {
        if (await federated.FindAsync(provider, profile, cancel) is not { } id)
            return null;
        var user = await ocis.Users.SingleAsync(known => known.Id == id, cancel);
        if (user.ClosedAt is not null)
        {
            // The provider says who they are: they have the account back, and nothing that it was allowed beyond.
            user.Reopen(time.GetUtcNow());
            await ocis.SaveChangesAsync(cancel);
        }

        return id;
    }
}

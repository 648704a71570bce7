using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Newsletters;

namespace Ocis.Accounts;

/// <summary>
/// Whose an address is: one account's, once its reader has followed the link that was sent there, and has shown that the
/// account is theirs. Who reads a letter that they did not ask for gives nobody anything by following it [OCIS-5.7].
/// </summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class Confirmations(
    OcisContext ocis, PendingAddresses pending, AddressLetters letters, Passwords passwords, NewsletterChoices newsletters,
    TimeProvider time, ILogger<Confirmations> log)
{
    /// <param name="link">What the letter had.</param>
    /// <param name="form">What was typed in.</param>
    /// <param name="signedIn">Who is signed in, or null.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<ConfirmationOutcome> ConfirmAsync(string link, ConfirmationForm form, Guid? signedIn, CancellationToken cancel)
    {
        if (await pending.ReadAsync(link, cancel) is not { Address: { } address } claim)
            return ConfirmationOutcome.Unknown;
        if (!IsProved(claim, form, signedIn))
            return ConfirmationOutcome.NotProved;

        var owner = await OwnerAsync(address, cancel);
        var before = claim.User is { } member ? AddressOf(member) : null;
        if (owner is { ClosedAt: null } || owner is not null && claim.User is not null || claim.User is { ClosedAt: not null })
            return ConfirmationOutcome.Unknown;
        if (claim.User is null && await IsTakenAsync(claim, owner, cancel))
            return ConfirmationOutcome.NameTaken;
        if (!AgeGate.WasAsked(claim))
            return ConfirmationOutcome.Unknown;

        var user = claim.User ?? Open(claim, owner);
        user.Email = address.Email;
        try
        {
            await ocis.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Two confirmed at once: an index of the database let one of them be.
            log.LogInformation("Claim {ClaimId} was confirmed when somebody else had its address or its name", claim.Id);
            return ConfirmationOutcome.Unknown;
        }

        // It is theirs now: whoever else asked for it, and what they typed in, is gone.
        await pending.EraseAsync(address.Id, cancel);
        if (before is not null)
            await letters.TellChangedAsync(before, cancel);
        await newsletters.AgreeAsync(user.Id, form, cancel);
        return ConfirmationOutcome.Confirmed;
    }

    private User Open(AddressClaim claim, User? closed)
    {
        var now = time.GetUtcNow();
        var user = closed ?? new User { Id = Guid.NewGuid(), RegisteredAt = now, LastActivityAt = now };
        (user.Name, user.UserName, user.PasswordHash) = (claim.Name, claim.UserName, claim.PasswordHash);
        if (closed is null)
            ocis.Users.Add(user);
        else
            user.Reopen(now);
        return user;
    }

    private bool IsProved(AddressClaim claim, ConfirmationForm form, Guid? signedIn) =>
        claim.UserId is { } own && own == signedIn
        || passwords.Match(claim.User is { } user ? user.PasswordHash : claim.PasswordHash, form.Password ?? "");

    private Task<User?> OwnerAsync(PendingAddress address, CancellationToken cancel) => pending.OwnerAsync(address.Email ?? "", cancel);

    private Task<bool> IsTakenAsync(AddressClaim claim, User? owner, CancellationToken cancel)
    {
        var (name, own) = (claim.UserName, owner?.Id);
        return ocis.Users.AnyAsync(known => known.UserName == name && known.Id != own, cancel);
    }

    [Purpose(Purposes.Communication)]
    private static string? AddressOf(User user) => user.Email is { Length: > 0 } address ? address : null;
}

using Microsoft.EntityFrameworkCore;
using Ocis.Data;

namespace Ocis.Accounts;

/// <summary>Another address for an account: asked for by who shows that it is theirs, and told to the one before [OCIS-5.2].</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class AddressChanges(
    OcisContext ocis, PendingAddresses pending, AddressLetters letters, Passwords passwords, IFederatedLogins logins, FederatedUsers federated)
{
    /// <summary>False where a session is all that there is to show: it may be somebody else's browser.</summary>
    public async Task<bool> ChangeAsync(Guid userId, AddressForm form, CancellationToken cancel)
    {
        var user = await ocis.Users.SingleAsync(known => known.Id == userId, cancel);
        if (!await IsProvedAsync(user, form, cancel))
            return false;
        await AskAsync(user, form.Email, form is { Provider: not null, Ticket: not null } ? AddressProof.Provider : AddressProof.Password, cancel);
        return true;
    }

    /// <summary>
    /// Asks the reader of an address whether the account shall have it, and tells the reader of the one before. Whether it is
    /// somebody else's by now is told to its reader alone.
    /// </summary>
    public async Task<AddressOutcome> AskAsync(
        User user, [DataCategory(Categories.Contact.Email)] string address, AddressProof proof, CancellationToken cancel)
    {
        if (!RegistrationForm.IsAddress(address) || !AgeGate.WasAsked(user))
            return AddressOutcome.Unsound;
        var owner = await pending.OwnerAsync(address, cancel);
        if (owner?.Id == user.Id)
            return AddressOutcome.Same;
        if (!letters.MayWrite(address))
            return AddressOutcome.Flooded;
        if (owner is not null)
        {
            await letters.TellOwnedAsync(address.Trim(), cancel);
            return AddressOutcome.Asked;
        }

        var claim = await pending.ClaimAsync(address, user.Id, cancel);
        await ocis.SaveChangesAsync(cancel);
        await letters.AskForChangeAsync(address.Trim(), claim.Id, user.UserName, cancel);
        if (user.Email is { Length: > 0 } before)
            await letters.WarnAsync(before, claim.Id, proof, cancel);
        return AddressOutcome.Asked;
    }

    private async Task<bool> IsProvedAsync(User user, AddressForm form, CancellationToken cancel)
    {
        if (form is { Provider: { } provider, Ticket: { } ticket })
            return await logins.RedeemAsync(provider, ticket, form.Verifier, cancel) is { } profile
                && await federated.FindAsync(provider, profile, cancel) == user.Id;
        return passwords.Match(user.PasswordHash, form.Password ?? "");
    }
}

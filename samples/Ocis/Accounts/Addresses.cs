using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using Ocis.Mail;
using Ocis.Newsletters;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Accounts;

/// <summary>
/// Whose an address is: one account's, once its reader has followed a link that was sent there. Until then nothing else is
/// sent to it, and nobody has a right by it [OCIS-2.4, OCIS-5.7].
/// </summary>
public sealed class Addresses(
    OcisContext ocis, IMailer mailer, ConfirmationLinks links, NewsletterChoices newsletters, ILogger<Addresses> log)
{
    /// <summary>Asks whoever reads an address whether it is theirs; where it is somebody's already, tells them so.</summary>
    [Purpose(Purposes.Communication)]
    public async Task AskAsync(User user, bool wantsNewsletters, CancellationToken cancel)
    {
        if (user is not { UnconfirmedEmail: { Length: > 0 } address, ConfirmationId: { } confirmation })
            return;
        if (await IsOwnedAsync(address, cancel))
            await TellAsync(address, "Somebody, perhaps you, gave this address to OCIS. There is an account with it already.", cancel);
        else
            await TellAsync(
                address,
                $"Somebody, perhaps you, gave this address to OCIS. If it is yours, say so within two days: {links.For(new(user.Id, confirmation, wantsNewsletters))}",
                cancel);
    }

    /// <summary>Tells whoever gave an address that the name they chose is somebody else's.</summary>
    [Purpose(Purposes.Communication)]
    public Task TellTakenAsync(RegistrationForm form, CancellationToken cancel) =>
        TellAsync(form.Email, "Somebody, perhaps you, wanted an account with OCIS. The user name is taken: choose another one.", cancel);

    /// <summary>Another address: the one before stays until the new one is confirmed.</summary>
    public async Task ChangeAsync(Guid userId, AddressForm form, CancellationToken cancel)
    {
        var user = await ocis.Users.SingleAsync(known => known.Id == userId, cancel);
        user.UnconfirmedEmail = form.Email;
        user.ConfirmationId = Guid.NewGuid();
        await ocis.SaveChangesAsync(cancel);
        await AskAsync(user, wantsNewsletters: false, cancel);
    }

    /// <summary>False where the link is worth nothing any more, or somebody else was first.</summary>
    [Purpose(Purposes.ServiceProvision)]
    public async Task<bool> ConfirmAsync(string link, CancellationToken cancel)
    {
        if (links.Read(link) is not { } confirmation
            || await ocis.Users.SingleOrDefaultAsync(known => known.Id == confirmation.UserId, cancel) is not { } user
            || user.ConfirmationId != confirmation.Id || user.UnconfirmedEmail is not { Length: > 0 } address
            || await IsOwnedAsync(address, cancel))
            return false;

        (user.Email, user.UnconfirmedEmail, user.ConfirmationId, user.ClosedAt) = (address, null, null, null);
        try
        {
            await ocis.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Two confirmed at once: the index of the database let one of them be.
            log.LogInformation("User {UserId} confirmed an address that had an owner by then", user.Id);
            return false;
        }

        if (confirmation.WantsNewsletters)
            await newsletters.JoinAsync(user.Id, new SubscriptionForm(), "form", cancel);
        return true;
    }

    [Purpose(Purposes.ServiceProvision)]
    private async Task<bool> IsOwnedAsync([DataCategory(Categories.Contact.Email)] string address, CancellationToken cancel) =>
        (await ocis.Users.AsNoTracking().FindSealedAsync(ocis, known => known.Email, address, cancel)).Count > 0;

    [Purpose(Purposes.Communication)]
    private Task TellAsync(
        [DataCategory(Categories.Contact.Email)] string address, [DataCategory(Categories.Communication.Message)] string text, CancellationToken cancel) =>
        mailer.SendAsync(address, "Your address at OCIS", text, cancel);
}

using Ocis.Mail;

namespace Ocis.Accounts;

/// <summary>
/// What is written to addresses that somebody gave. It says who asked and how to end it, and none of them gets more than a few,
/// however often somebody types it in.
/// </summary>
[Purpose(Purposes.Communication)]
public sealed class AddressLetters(IMailer mailer, ConfirmationLinks links, LetterLimit limit)
{
    /// <summary>Whether one more may go there.</summary>
    public bool MayWrite([DataCategory(Categories.Contact.Email)] string address) => limit.Allows(address);

    /// <summary>Asks whoever reads an address whether a new account is theirs.</summary>
    public Task AskAsync(
        [DataCategory(Categories.Contact.Email)] string address, Guid claim,
        [DataCategory(Categories.Account.Username)] string userName, bool isComingBack, CancellationToken cancel) => SendAsync(
        address,
        $"Somebody, perhaps you, wants an account with OCIS for this address, with the user name '{userName}'."
        + (isComingBack ? " There was one with it, which is closed: it is opened again, under that name." : "")
        + Choice(claim, "type in the password that you chose"),
        cancel);

    /// <summary>Asks whoever reads an address whether an account that there is shall have it.</summary>
    public Task AskForChangeAsync(
        [DataCategory(Categories.Contact.Email)] string address, Guid claim,
        [DataCategory(Categories.Account.Username)] string? userName, CancellationToken cancel) => SendAsync(
        address,
        $"Somebody, perhaps you, wants this address for {(userName is null ? "an account" : $"the account '{userName}'")} with OCIS."
        + Choice(claim, "say so, signed in, or by its password"),
        cancel);

    /// <summary>Tells whoever gave an address that there is an account with it.</summary>
    public Task TellOwnedAsync([DataCategory(Categories.Contact.Email)] string address, CancellationToken cancel) =>
        SendAsync(address, "Somebody, perhaps you, gave this address to OCIS. There is an account with it already.", cancel);

    /// <summary>Tells whoever gave an address that the name they chose is somebody else's.</summary>
    public Task TellTakenAsync([DataCategory(Categories.Contact.Email)] string address, CancellationToken cancel) => SendAsync(
        address, "Somebody, perhaps you, wanted an account with OCIS. The user name is taken: choose another one.", cancel);

    /// <summary>Tells whoever reads the address of an account that another one was asked for, and how to stop that.</summary>
    public Task WarnAsync(
        [DataCategory(Categories.Contact.Email)] string address, Guid claim, AddressProof proof, CancellationToken cancel)
    {
        var (who, why) = proof switch
        {
            AddressProof.Password => ("Somebody who knows the password of your account with OCIS", "your password is known to somebody"),
            AddressProof.Provider => (
                "Somebody who came to your account with OCIS by Google, LinkedIn or Microsoft", "somebody comes in there by your name"),
            _ => (
                "Somebody, by a request for a correction that came with our code or was vouched for by our staff,",
                "somebody reads your mail, or spoke to us in your name"),
        };
        return SendAsync(
            address,
            $"{who} asked to be written to at another address. If it was you, there is nothing to do. "
            + $"If it was not, stop it: {links.ToStop(claim)}\nThen write to contact@ocis.app: {why}.",
            cancel);
    }

    /// <summary>Tells whoever reads the address before that it is no more the account's.</summary>
    public Task TellChangedAsync([DataCategory(Categories.Contact.Email)] string address, CancellationToken cancel) => SendAsync(
        address,
        "From now on OCIS writes to another address of yours, and to this one no more. If it was not you, write to contact@ocis.app.",
        cancel);

    private string Choice(Guid claim, string how) =>
        $"\nIf it is you, {how} within two days: {links.ToConfirm(claim)}\n"
        + "If it is not, do nothing: in three days all of it is gone. To have it gone at once, with whatever else waits for this "
        + $"address: {links.ToDiscard(claim)}";

    private Task SendAsync(
        [DataCategory(Categories.Contact.Email)] string address, [DataCategory(Categories.Communication.Message)] string text,
        CancellationToken cancel) => mailer.SendAsync(address, "Your address at OCIS", text, cancel);
}

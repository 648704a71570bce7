using Ocis.Mail;
using Ocis.Newsletters;

namespace Ocis.Accounts;

/// <summary>
/// The pages behind the links of letters about an address. To look at one does nothing, since programs do so before people;
/// what is posted acts.
/// </summary>
internal static class ConfirmationEndpoints
{
    public static void MapConfirmations(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account").RequireRateLimiting(SignInThrottleSetup.PerAddress);

        account.MapGet("/confirm", (string link, ConfirmationLinks links) =>
            links.Read(link) is null ? Gone() : Asking(""));

        // The link is what nobody else can know: no token of a session's adds to that, and a mail program's browser has none.
        account.MapPost("/confirm", [CollectedAt(Sources.Registration)] async (
            string link, ConfirmationForm form, HttpContext http, ConfirmationLinks links, SignInThrottle throttle,
            Confirmations confirmations, CancellationToken cancel) => links.Read(link) is { } claim && !throttle.Allows(http, claim)
            ? Results.StatusCode(StatusCodes.Status429TooManyRequests)
            : await confirmations.ConfirmAsync(link, form, OcisClaims.FindUser(http.User), cancel) switch
            {
                ConfirmationOutcome.Confirmed => LinkPage.Done("Thank you", "This address is yours: you can sign in."),
                ConfirmationOutcome.NotProved => Asking("That is not the password of the account.", StatusCodes.Status403Forbidden),
                ConfirmationOutcome.NameTaken => LinkPage.Done(
                    "The user name is taken", "Somebody else has it by now: register once more, with another one.",
                    StatusCodes.Status409Conflict),
                _ => Gone(),
            });

        account.MapGet("/discard", (string link, ConfirmationLinks links) => links.Read(link) is null
            ? Gone()
            : LinkPage.Asking("Not you?", "All that waits for this address is deleted once you say so here.", "Delete it"));

        account.MapPost("/discard", async (string link, PendingAddresses pending, CancellationToken cancel) =>
            await pending.DiscardAsync(link, cancel)
                ? LinkPage.Done("Deleted", "Nothing waits for this address any more.")
                : Gone());

        account.MapGet("/stop", (string link, ConfirmationLinks links) => links.ReadStop(link) is null
            ? Gone()
            : LinkPage.Asking("Not you?", "Your account keeps the address that it has once you say so here.", "Keep it"));

        account.MapPost("/stop", async (string link, PendingAddresses pending, CancellationToken cancel) =>
            await pending.StopAsync(link, cancel)
                ? LinkPage.Done("Stopped", "Your account keeps the address that it has.")
                : Gone());
    }

    private static IResult Asking(string mistake, int status = StatusCodes.Status200OK) => LinkPage.Asking(
        "Is this your address?", $"{mistake} Type in the password of the account, unless you are signed in to it.".TrimStart(), "Yes, it is mine",
        [new LinkField("password", "Password"), new LinkTick("agreed", NewsletterChoices.Text.Hash, NewsletterChoices.Text.Text)], status);

    private static IResult Gone() => LinkPage.Done(
        "This link does nothing", "It has expired, or was used.", StatusCodes.Status404NotFound);
}

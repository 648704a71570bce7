using OChat.Data;
using OChat.Support;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Violations;

/// <summary>Promotion rests on consent, is for those who run a shop, and says in each message how to have no more of it.</summary>
[Purpose(Purposes.Promotion)]
public sealed class EagerOffers(IConsents consents, IMailer mailer)
{
    [OptOut]
    private const string WayOut = "No more offers? https://ochat.example/offers/stop";

    public Task ToAllAsync(User user, CancellationToken cancel) =>
        mailer.SendAsync(user.Email!, "Offer", $"Half price! {WayOut}", cancel); // expect: PAC3003 OCHAT-2.7

    public async Task ForEverAsync(User user, CancellationToken cancel)
    {
        if (await consents.IsGivenAsync(Subjects.User, user.Id.ToString(), Purposes.Promotion, cancel))
            await mailer.SendAsync(user.Email!, "Offer", "Half price!", cancel); // expect: PAC5011 OCHAT-2.7
    }

    public async Task ToCustomersAsync(Customer customer, CancellationToken cancel)
    {
        if (await consents.IsGivenAsync(Subjects.Customer, customer.Id.ToString(), Purposes.Promotion, cancel))
            await mailer.SendAsync(customer.Email!, "Offer", $"Half price! {WayOut}", cancel); // expect: PAC3001 OCHAT-1.4
    }

    public static string? ByPhone(User user) => user.Phone; // expect: PAC3001 OCHAT-2.2

    public async Task CleanAsync(User user, CancellationToken cancel)
    {
        if (await consents.IsGivenAsync(Subjects.User, user.Id.ToString(), Purposes.Promotion, cancel))
            await mailer.SendAsync(user.Email!, "Offer", $"Half price! {WayOut}", cancel);
    }
}

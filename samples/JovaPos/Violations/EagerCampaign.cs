using JovaPos.Communication;
using JovaPos.Data;
using JovaPos.Privacy;

namespace JovaPos.Violations;

/// <summary>Promotion rests on consent, so that each way to a customer's address goes past the question; and each message says how to
/// have no more of it.</summary>
[Purpose(Purposes.Promotion)]
public sealed class EagerCampaign(IConsents consents, IMailer mailer)
{
    [OptOut]
    private const string WayOut = "Tidak ingin menerima promosi? https://jovapos.example/berhenti";

    public Task SendAsync(Customer customer, CancellationToken cancel) =>
        mailer.SendAsync(customer.Email!, "Promo", $"Diskon! {WayOut}", cancel); // expect: PAC3003 JOVA-1.4

    public async Task ForEverAsync(Customer customer, CancellationToken cancel)
    {
        if (await consents.AllowsAsync(customer.Id, Purposes.Promotion, cancel))
            await mailer.SendAsync(customer.Email!, "Promo", "Diskon!", cancel); // expect: PAC5011 JOVA-1.4
    }

    public async Task CleanAsync(Customer customer, CancellationToken cancel)
    {
        if (await consents.AllowsAsync(customer.Id, Purposes.Promotion, cancel))
            await mailer.SendAsync(customer.Email!, "Promo", $"Diskon! {WayOut}", cancel);
    }
}

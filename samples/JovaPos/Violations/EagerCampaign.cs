using JovaPos.Communication;
using JovaPos.Data;
using JovaPos.Privacy;

namespace JovaPos.Violations;

/// <summary>Promotion rests on consent, so that each way to a customer's address goes past the question.</summary>
[Purpose(Purposes.Promotion)]
public sealed class EagerCampaign(IConsents consents, IMailer mailer)
{
    public Task SendAsync(Customer customer, CancellationToken cancel) =>
        mailer.SendAsync(customer.Email!, "Promo", "Diskon!", cancel); // expect: PAC3003

    public async Task CleanAsync(Customer customer, CancellationToken cancel)
    {
        if (await consents.AllowsAsync(customer.Id, Purposes.Promotion, cancel))
            await mailer.SendAsync(customer.Email!, "Promo", "Diskon!", cancel);
    }
}

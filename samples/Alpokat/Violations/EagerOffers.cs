using Alpokat.Data;
using Alpokat.Messages;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Violations;

/// <summary>Offers rest on consent, and say in each message how to have no more of them.</summary>
[Purpose(Purposes.Promotion)]
public sealed class EagerOffers(IConsents consents, IMailer mailer)
{
    [OptOut]
    private const string WayOut = "Tidak ingin menerima penawaran lagi? https://alpokat.example/penawaran/berhenti";

    public Task ToAllAsync(Merchant merchant, CancellationToken cancel) =>
        mailer.SendAsync(merchant.Email!, "Penawaran", $"Diskon! {WayOut}", cancel); // expect: PAC3003 ALPO-4.1

    public async Task ForEverAsync(Merchant merchant, CancellationToken cancel)
    {
        if (await consents.IsGivenAsync(Subjects.Merchant, merchant.Id.ToString(), Purposes.Promotion, cancel))
            await mailer.SendAsync(merchant.Email!, "Penawaran", "Diskon!", cancel); // expect: PAC5011 ALPO-4.1
    }

    public async Task CleanAsync(Merchant merchant, CancellationToken cancel)
    {
        if (await consents.IsGivenAsync(Subjects.Merchant, merchant.Id.ToString(), Purposes.Promotion, cancel))
            await mailer.SendAsync(merchant.Email!, "Penawaran", $"Diskon! {WayOut}", cancel);
    }
}

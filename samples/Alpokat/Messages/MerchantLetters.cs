using Alpokat.Data;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Messages;

/// <summary>What merchants are told of their account: reminders and administrative messages [ALPO-3.2].</summary>
[Purpose(Purposes.Communication)]
public sealed class MerchantLetters(AlpokatContext alpokat, IMailer mailer, TimeProvider time)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromDays(3);

    public async Task ConfirmedAsync(Guid merchantId, CancellationToken cancel)
    {
        var merchant = await alpokat.Merchants.SingleAsync(known => known.Id == merchantId, cancel);
        if (merchant.Email is { } email)
            await mailer.SendAsync(
                email, "Identitas Anda telah diverifikasi",
                $"Yth. {merchant.Name}, identitas Anda telah kami verifikasi. Pindaian dokumen Anda akan dihapus dalam 30 hari.", cancel);
    }

    /// <summary>Reminds those who have shown no document three days after they registered; how many.</summary>
    public async Task<int> RemindAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow() - s_patience;
        var merchants = await alpokat.Merchants.AsNoTracking()
            .Where(merchant => merchant.ConfirmedAt == null && merchant.ClosedAt == null && merchant.RegisteredAt < before)
            .Where(merchant => !alpokat.IdentityDocuments.Any(document => document.MerchantId == merchant.Id))
            .ToListAsync(cancel);
        var sent = 0;
        foreach (var merchant in merchants)
        {
            if (merchant.Email is not { } email)
                continue;

            await mailer.SendAsync(
                email, "Pengingat: verifikasi identitas Anda",
                $"Yth. {merchant.Name}, mohon unggah dokumen identitas Anda agar pembayaran dapat kami teruskan.", cancel);
            sent++;
        }

        return sent;
    }
}

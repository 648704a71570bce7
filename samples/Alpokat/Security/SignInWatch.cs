using Alpokat.Data;
using Alpokat.Messages;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Security;

/// <summary>Tells a merchant when somebody signs in from a device that nobody has seen of them [ALPO-6.2].</summary>
[Purpose(Purposes.Security)]
public sealed class SignInWatch(AlpokatContext alpokat, IMailer mailer)
{
    public async Task NoticeAsync(Guid merchantId, VisitOrigin origin, CancellationToken cancel)
    {
        var visits = alpokat.Visits.Where(visit => visit.MerchantId == merchantId && visit.DeviceId != null);
        if (!await visits.AnyAsync(cancel) || await visits.AnyAsync(visit => visit.DeviceId == origin.DeviceId, cancel))
            return;

        var email = await alpokat.Merchants.Where(merchant => merchant.Id == merchantId)
            .Select(merchant => merchant.Email).SingleAsync(cancel);
        if (email is not null)
            await mailer.SendAsync(
                email, "Akun Anda dibuka dari perangkat baru",
                "Akun ALPOKAT Anda baru saja dibuka dari perangkat yang belum kami kenal. Jika bukan Anda, segera ganti kata sandi Anda.",
                cancel);
    }
}

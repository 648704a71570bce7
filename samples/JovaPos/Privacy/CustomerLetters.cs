using System.Globalization;
using JovaPos.Communication;

namespace JovaPos.Privacy;

/// <summary>What a customer who asked to be deleted is told, by email or else by text message.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class CustomerLetters(IMailer mailer, ISmsSender texts)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>
    /// That the request has come in, what happens next, until when, and what to save before [JOVA-3.3, 3.9].
    /// </summary>
    public Task ConfirmAsync(
        [DataCategory(Categories.Contact.Email)] string? email,
        [DataCategory(Categories.Contact.Phone)] string? phone,
        DateOnly dueOn,
        CancellationToken cancel) =>
        SendAsync(email, phone, "Permintaan penghapusan akun diterima", string.Format(
            Indonesian,
            "Permintaan penghapusan akun Anda sedang diproses dan selesai paling lambat {0:d MMMM yyyy}. "
            + "Simpan data yang Anda perlukan: penghapusan bersifat permanen dan tidak dapat dibatalkan.",
            dueOn), cancel);

    /// <summary>That everything is gone [JOVA-3.6].</summary>
    public Task FarewellAsync(
        [DataCategory(Categories.Contact.Email)] string? email,
        [DataCategory(Categories.Contact.Phone)] string? phone,
        CancellationToken cancel) =>
        SendAsync(
            email, phone, "Akun Anda telah dihapus",
            "Akun JOVA POS Anda dan semua informasi pribadi yang terkait telah dihapus. "
            + "Catatan transaksi yang wajib disimpan menurut hukum tidak lagi memuat identitas Anda.", cancel);

    private async Task SendAsync(
        [DataCategory(Categories.Contact.Email)] string? email,
        [DataCategory(Categories.Contact.Phone)] string? phone,
        string subject,
        string body,
        CancellationToken cancel)
    {
        if (email is not null)
            await mailer.SendAsync(email, subject, body, cancel);
        else if (phone is not null)
            await texts.SendAsync(phone, body, cancel);
    }
}

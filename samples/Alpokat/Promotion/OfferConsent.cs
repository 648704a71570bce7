using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Promotion;

/// <summary>What a merchant is shown before they agree to news and offers; a consent keeps the proof of it.</summary>
internal static class OfferConsent
{
    public static ConsentText Text { get; } = new(
        "2026-01", "id",
        "ALPOKAT boleh mengirim berita dan penawaran dari ALPOKAT dan mitra yang ditunjuknya ke email saya. Mitra tidak menerima data saya. "
        + "Persetujuan ini dapat saya tarik kapan saja, di setiap pesan atau di akun saya.");
}

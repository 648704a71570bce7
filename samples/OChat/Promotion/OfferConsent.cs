using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Promotion;

/// <summary>What a user is shown before they agree to offers; a consent keeps the proof of it.</summary>
internal static class OfferConsent
{
    public static ConsentText Text { get; } = new(
        "2026-01", "en", "OChat may send me offers by e-mail. I can take this back at any time, in each message or in my account.");
}

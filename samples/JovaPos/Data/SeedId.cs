namespace JovaPos.Data;

/// <summary>Keys of seeded rows: readable in a database browser, and the same in every run.</summary>
internal static class SeedId
{
    public const int Customer = 10;
    public const int Staff = 11;
    public const int Order = 12;
    public const int OrderLine = 13;
    public const int Payment = 14;
    public const int Delivery = 15;
    public const int WarrantyClaim = 16;
    public const int Feedback = 17;
    public const int CampaignMessage = 18;
    public const int Recommendation = 19;
    public const int SignIn = 20;
    public const int FraudSignal = 21;
    public const int PurposeConsent = 22;
    public const int CookieConsent = 23;
    public const int DeletionEvidence = 24;

    /// <summary>The key of the so-and-so-manieth row of a kind.</summary>
    public static Guid Of(int kind, int number) => new($"00000000-0000-4000-80{kind:D2}-{number:D12}");
}

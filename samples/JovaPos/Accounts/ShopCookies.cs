namespace JovaPos.Accounts;

/// <summary>The cookies that the policy declares [JOVA-5.1]; no other is set.</summary>
public static class ShopCookies
{
    /// <summary>Who is signed in; the shop does not work without it.</summary>
    public const string Session = "session";

    /// <summary>The answer to the cookie banner, so that the shop need not store who gave it.</summary>
    public const string Consent = "consent";

    /// <summary>From which campaign a visitor came; set after consent only.</summary>
    public const string Campaign = "campaign";

    /// <summary>Guards forms against cross-site requests.</summary>
    public const string Antiforgery = "antiforgery";
}

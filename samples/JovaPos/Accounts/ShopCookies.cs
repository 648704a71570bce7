namespace JovaPos.Accounts;

/// <summary>The cookies that the policy declares [JOVA-5.1]; no other is set.</summary>
public static class ShopCookies
{
    /// <summary>Who is signed in; the shop does not work without it.</summary>
    public const string Session = "jova.session";

    /// <summary>Which browser answered the cookie banner; without it the banner would come back on every page.</summary>
    public const string Consent = "jova.consent";

    /// <summary>From which campaign a visitor came; set after consent only.</summary>
    public const string Campaign = "jova.campaign";

    /// <summary>Guards forms against cross-site requests.</summary>
    public const string Antiforgery = "jova.antiforgery";
}

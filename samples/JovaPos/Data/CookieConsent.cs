namespace JovaPos.Data;

/// <summary>The answer to the cookie banner, by browser; tied to a customer once somebody signs in.</summary>
public sealed class CookieConsent
{
    public Guid Id { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory(Categories.Device.CookieId)]
    public string? BrowserId { get; set; }

    [DataCategory(Categories.Preference.Marketing)]
    public bool? CampaignCookies { get; set; }

    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset AnsweredAt { get; set; }

    [RetentionAnchor(Anchors.ConsentWithdrawn)]
    public DateTimeOffset? WithdrawnAt { get; set; }
}

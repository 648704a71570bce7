namespace JovaPos.Data;

/// <summary>
/// That a customer who was signed in agreed to a cookie, and perhaps took it back. The answers of others live in their
/// browser alone.
/// </summary>
public sealed class CookieConsent
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory(Categories.Preference.Marketing)]
    public required string Cookie { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    [RetentionAnchor(Anchors.ConsentWithdrawn)]
    public DateTimeOffset? WithdrawnAt { get; set; }
}

namespace JovaPos.Data;

/// <summary>That a customer agreed to a purpose, and perhaps took it back.</summary>
public sealed class PurposeConsent
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory(Categories.Preference.Marketing)]
    public required string Purpose { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    [RetentionAnchor(Anchors.ConsentWithdrawn)]
    public DateTimeOffset? WithdrawnAt { get; set; }
}

namespace Ocis.Data;

/// <summary>About what somebody wants to hear. Whether they agreed is kept by the consents; this goes a year after they took it back [OCIS-2.4].</summary>
public sealed class Subscription
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public User? User { get; init; }

    [DataCategory(Categories.Preference.Marketing), Encrypted(Sealing.Person)]
    public string? Topics { get; set; }

    [RetentionAnchor(Anchors.ConsentWithdrawn)]
    public DateTimeOffset? EndedAt { get; set; }
}

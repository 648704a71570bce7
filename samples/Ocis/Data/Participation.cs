namespace Ocis.Data;

/// <summary>What an organiser, a partner or a vendor tells of somebody's part in an event [OCIS-1.5].</summary>
public sealed class Participation
{
    public Guid Id { get; init; }

    public Guid? UserId { get; set; }

    public User? User { get; set; }

    public int EventId { get; init; }

    public Event? Event { get; init; }

    [DataCategory(Categories.Usage.Activity), Encrypted(Sealing.Volume)]
    public required string What { get; init; }

    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset At { get; init; }
}

namespace Ocis.Data;

/// <summary>What somebody asks: a ticket, as the notice calls it [OCIS-1.6].</summary>
public sealed class SupportRequest
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public User? User { get; init; }

    [DataCategory(Categories.Communication.SupportRequest), Encrypted(Sealing.Person)]
    public string? Text { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    [RetentionAnchor(Anchors.RequestClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}

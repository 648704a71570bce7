namespace OChat.Data;

/// <summary>What a user asks OChat's support.</summary>
public sealed class SupportRequest
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public User? User { get; init; }

    [DataCategory(Categories.Communication.SupportRequest), Encrypted(Sealing.How)]
    public string? Text { get; set; }

    [RetentionAnchor(Anchors.RequestClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}

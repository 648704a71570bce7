namespace Alpokat.Data;

/// <summary>What a partner wants to announce; ALPOKAT sends it.</summary>
public sealed class Announcement
{
    public int Id { get; init; }

    public int PartnerId { get; init; }

    public Partner? Partner { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>To how many it was sent: all that the partner learns of them.</summary>
    public int Reached { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}

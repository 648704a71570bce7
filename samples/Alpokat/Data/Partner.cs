namespace Alpokat.Data;

/// <summary>A business that ALPOKAT has appointed. It is told how many were reached, and nothing of anybody [ALPO-4.1].</summary>
public sealed class Partner
{
    public int Id { get; init; }

    public required string Title { get; init; }

    public List<Announcement> Announcements { get; } = [];
}

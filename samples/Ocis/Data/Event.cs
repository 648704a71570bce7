namespace Ocis.Data;

/// <summary>Something to go to.</summary>
public sealed class Event
{
    public int Id { get; init; }

    public int OrganiserId { get; init; }

    public Organiser? Organiser { get; init; }

    /// <summary>The house that has a stand there; null where nobody has.</summary>
    public int? PartnerId { get; set; }

    public Organiser? Partner { get; init; }

    public required string Title { get; set; }

    public required string Venue { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    public long PriceCents { get; set; }
}

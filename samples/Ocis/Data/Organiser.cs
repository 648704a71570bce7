namespace Ocis.Data;

/// <summary>A house or an association that holds events: no person.</summary>
public sealed class Organiser
{
    public int Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What SHA-256 made of the key of its systems; null where it has none.</summary>
    [NotPersonalData("Of a random key that a house's systems have, and no person.")]
    public string? KeyHash { get; set; }

    public List<Event> Events { get; } = [];
}

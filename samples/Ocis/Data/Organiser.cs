namespace Ocis.Data;

/// <summary>A house or an association that holds events: no person.</summary>
public sealed class Organiser
{
    public int Id { get; init; }

    public required string Title { get; init; }

    public List<Event> Events { get; } = [];
}

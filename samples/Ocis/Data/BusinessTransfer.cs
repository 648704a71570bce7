namespace Ocis.Data;

/// <summary>A sale of OCIS, or of a part of it: when people were told, and when data went [OCIS-3.3]. It is about no person.</summary>
public sealed class BusinessTransfer
{
    public Guid Id { get; init; }

    public required string To { get; init; }

    public DateTimeOffset AnnouncedAt { get; init; }

    public DateTimeOffset? HandedOverAt { get; set; }
}

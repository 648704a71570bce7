namespace Ocis.Events;

/// <summary>What the system of an organiser reports: whose ticket did what at the door.</summary>
public sealed class ParticipationForm
{
    /// <summary>As the reader at the door, a vendor's, read it from the ticket.</summary>
    [DataCategory(Categories.Transaction.Order), CollectedAt(Sources.Vendor)]
    public required string Number { get; init; }

    [DataCategory(Categories.Usage.Activity)]
    public required string What { get; init; }
}

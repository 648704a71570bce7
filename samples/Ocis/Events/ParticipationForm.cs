namespace Ocis.Events;

/// <summary>What the system of an organiser reports: whose ticket did what at the door.</summary>
public sealed class ParticipationForm
{
    [DataCategory(Categories.Transaction.Order)]
    public required string Number { get; init; }

    [DataCategory(Categories.Usage.Activity)]
    public required string What { get; init; }
}

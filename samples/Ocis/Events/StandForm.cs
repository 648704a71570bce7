namespace Ocis.Events;

/// <summary>What the system of a partner reports: whose ticket was shown at their stand.</summary>
public sealed class StandForm
{
    [DataCategory(Categories.Transaction.Order)]
    public required string Number { get; init; }
}

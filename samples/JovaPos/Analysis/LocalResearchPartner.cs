namespace JovaPos.Analysis;

/// <summary>
/// Stands in for the research partner on a developer's machine: it keeps what it gets, for tests to look at.
/// </summary>
public sealed class LocalResearchPartner : IResearchPartner
{
    private readonly List<PseudonymousPurchase> _received = [];

    public IReadOnlyList<PseudonymousPurchase> Received => _received;

    public Task ReceiveAsync(IReadOnlyList<PseudonymousPurchase> purchases, CancellationToken cancel)
    {
        _received.AddRange(purchases);
        return Task.CompletedTask;
    }
}

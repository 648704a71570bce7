namespace OChat.Support;

/// <summary>Stands in for the provider: it counts its tickets.</summary>
public sealed class LocalSupportProvider : ISupportProvider
{
    private int _tickets;

    public int Tickets => _tickets;

    public Task OpenTicketAsync(SupportTicket ticket, CancellationToken cancel)
    {
        Interlocked.Increment(ref _tickets);
        return Task.CompletedTask;
    }
}

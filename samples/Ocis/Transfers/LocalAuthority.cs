using System.Collections.Concurrent;

namespace Ocis.Transfers;

/// <summary>Stands in for an authority's letter box: it keeps what it was handed.</summary>
public sealed class LocalAuthority : IAuthority
{
    private readonly ConcurrentQueue<DisclosedUser> _received = new();

    public IReadOnlyCollection<DisclosedUser> Received => _received;

    public int HandedOver => _received.Count;

    public Task HandOverAsync(string reference, DisclosedUser user, CancellationToken cancel)
    {
        _received.Enqueue(user);
        return Task.CompletedTask;
    }
}

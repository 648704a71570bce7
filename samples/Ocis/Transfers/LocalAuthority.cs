using System.Collections.Concurrent;

namespace Ocis.Transfers;

/// <summary>Stands in for an authority's letter box where somebody develops: it keeps the last few of what it was handed.</summary>
public sealed class LocalAuthority : IAuthority
{
    private const int Kept = 10;

    private readonly ConcurrentQueue<DisclosedUser> _received = new();

    public IReadOnlyCollection<DisclosedUser> Received => _received;

    public Task HandOverAsync(string reference, DisclosedUser user, CancellationToken cancel)
    {
        _received.Enqueue(user);
        while (_received.Count > Kept)
            _received.TryDequeue(out _);
        return Task.CompletedTask;
    }
}

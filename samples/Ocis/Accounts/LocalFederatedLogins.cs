using System.Collections.Concurrent;

namespace Ocis.Accounts;

/// <summary>Stands in for the providers in development: it knows who was handed to it, each for one ticket.</summary>
public sealed class LocalFederatedLogins : IFederatedLogins
{
    private readonly ConcurrentDictionary<(string Provider, string Ticket), FederatedProfile> _tickets = new();

    /// <summary>Somebody has signed in at the provider: the ticket that their browser takes along.</summary>
    internal string Issue(string provider, FederatedProfile profile)
    {
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[(provider, ticket)] = profile;
        return ticket;
    }

    public Task<Uri?> BeginAsync(string provider, string challenge, string state, CancellationToken cancel) => Task.FromResult<Uri?>(null);

    public Task<FederatedProfile?> RedeemAsync(string provider, string ticket, string? verifier, CancellationToken cancel) =>
        Task.FromResult(_tickets.TryRemove((provider, ticket), out var profile) ? profile : null);
}

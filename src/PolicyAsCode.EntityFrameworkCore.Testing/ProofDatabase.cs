
namespace PolicyAsCode.EntityFrameworkCore.Testing;

/// <summary>An empty database of a proof's own: the proof creates its tables, fills it, and deletes it.</summary>
/// <typeparam name="TContext">The context.</typeparam>
/// <param name="connect">Opens a context on it; called often.</param>
/// <param name="close">
/// Frees it: an open connection of an in-memory database, a file. Null deletes the database through EF Core.
/// </param>
public sealed class ProofDatabase<TContext>(Func<TContext> connect, IAsyncDisposable? close = null) : IAsyncDisposable
    where TContext : DbContext
{
    /// <summary>Opens a context on it.</summary>
    public TContext Connect() => connect();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (close is not null)
        {
            await close.DisposeAsync().ConfigureAwait(false);
            return;
        }

        await using var db = connect();
        await db.Database.EnsureDeletedAsync().ConfigureAwait(false);
    }
}

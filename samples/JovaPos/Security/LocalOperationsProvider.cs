namespace JovaPos.Security;

/// <summary>Stands in for who runs the servers on a developer's machine: it counts and forgets.</summary>
public sealed class LocalOperationsProvider : IOperationsProvider
{
    private int _blocked;

    /// <summary>How many addresses it was asked to block.</summary>
    public int Blocked => _blocked;

    public Task BlockAsync(string ipAddress, CancellationToken cancel)
    {
        Interlocked.Increment(ref _blocked);
        return Task.CompletedTask;
    }
}

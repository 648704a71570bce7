namespace JovaPos.Security;

/// <summary>Stands in for the partner on a developer's machine: it counts and forgets.</summary>
public sealed class LocalFraudPartner : IFraudPartner
{
    private int _warnings;

    public int Warnings => _warnings;

    public Task WarnAsync(string? kind, int? score, CancellationToken cancel)
    {
        Interlocked.Increment(ref _warnings);
        return Task.CompletedTask;
    }
}

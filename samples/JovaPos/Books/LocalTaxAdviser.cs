namespace JovaPos.Books;

/// <summary>Stands in for the adviser on a developer's machine: it keeps what it was given, until the process ends.</summary>
public sealed class LocalTaxAdviser : ITaxAdviser
{
    private volatile IReadOnlyList<BookEntry> _received = [];

    /// <summary>What it was given last.</summary>
    public IReadOnlyList<BookEntry> Received => _received;

    public Task ReceiveAsync(int year, IReadOnlyList<BookEntry> entries, CancellationToken cancel)
    {
        _received = entries;
        return Task.CompletedTask;
    }
}

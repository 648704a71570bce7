namespace Ocis.Tests;

/// <summary>One application for all tests of a class, on SQLite.</summary>
public sealed class SeededOcis : IAsyncDisposable
{
    internal OcisFactory Factory { get; } = new();

    public ValueTask DisposeAsync() => Factory.DisposeAsync();
}

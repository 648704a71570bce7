namespace Alpokat.Tests;

/// <summary>One application for all tests of a class, on SQLite.</summary>
public sealed class SeededAlpokat : IAsyncDisposable
{
    internal AlpokatFactory Factory { get; } = new(TestDatabase.Sqlite);

    public ValueTask DisposeAsync() => Factory.DisposeAsync();
}

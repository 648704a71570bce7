namespace OChat.Tests;

/// <summary>One application for all tests of a class, on SQLite.</summary>
public sealed class SeededOChat : IAsyncDisposable
{
    internal OChatFactory Factory { get; } = new(TestDatabase.Sqlite);

    public ValueTask DisposeAsync() => Factory.DisposeAsync();
}

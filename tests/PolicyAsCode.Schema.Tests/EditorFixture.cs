namespace PolicyAsCode.Schema.Tests;

/// <summary>One language server for a class of tests: it takes a second to start, and each test opens a file of its own.</summary>
public sealed class EditorFixture : IDisposable
{
    private Task<LanguageServer>? _started;

    public void Dispose()
    {
        if (_started is { IsCompletedSuccessfully: true })
            _started.Result.Dispose();
    }

    /// <summary>The server; skips the test where there is none.</summary>
    internal Task<LanguageServer> StartedAsync() =>
        _started is { IsCompletedSuccessfully: true } ? _started : _started = LanguageServer.StartAsync(Repository.Root);
}

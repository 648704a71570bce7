namespace PolicyAsCode.EntityFrameworkCore.Tests.Export;

/// <summary>Notes how much comes at once, and does something at the first piece.</summary>
internal sealed class HookedStream(Func<Task>? atFirst = null) : MemoryStream
{
    private Func<Task>? _atFirst = atFirst;

    public int Pieces { get; private set; }

    public int Largest { get; private set; }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A web server takes nothing but asynchronously.");

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (Pieces, Largest) = (Pieces + 1, Math.Max(Largest, buffer.Length));
        base.Write(buffer.ToArray(), 0, buffer.Length);
        if (Interlocked.Exchange(ref _atFirst, null) is { } hook)
            await hook();
    }
}

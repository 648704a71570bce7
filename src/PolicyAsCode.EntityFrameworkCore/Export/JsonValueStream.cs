using System.Buffers;
using System.Text.Json;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Takes one JSON value from somebody else into a document that is being written: it is read along, piece by piece, so
/// that what is no JSON does not spoil the rest unseen.
/// </summary>
internal sealed class JsonValueStream(Stream below, string whose) : CountingStream(below)
{
    private readonly ArrayBufferWriter<byte> _unread = new();
    private JsonReaderState _state;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Follow(buffer, isLast: false);
        base.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Follow(buffer.Span, isLast: false);
        return base.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>That the value is there, and complete.</summary>
    /// <exception cref="InvalidOperationException">It is no JSON, or breaks off.</exception>
    public void Complete() => Follow([], isLast: true);

    private void Follow(ReadOnlySpan<byte> more, bool isLast)
    {
        _unread.Write(more);
        var reader = new Utf8JsonReader(_unread.WrittenSpan, isLast, _state);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"What the store '{whose}' wrote is not one JSON value.", exception);
        }

        _state = reader.CurrentState;
        var rest = _unread.WrittenSpan[(int)reader.BytesConsumed..].ToArray();
        _unread.ResetWrittenCount();
        _unread.Write(rest);
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Keeps the end of the chain in a file, a line each: on another volume, which is only appended to, it is worth most.
/// Several nodes may share it.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="key">With a key each line is signed (HMAC-SHA-256), and a line that somebody else wrote is refused.</param>
public sealed class FileAuditAnchor(string path, byte[]? key = null) : IAuditAnchor
{
    private readonly string _path = Path.GetFullPath(path);

    /// <inheritdoc/>
    public async Task WriteAsync(AuditAnchorPoint point, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(point);
        var line = Encoding.UTF8.GetBytes(Signed(FormattableString.Invariant($"{point.Seal} {point.Hash} {point.At.UtcDateTime:O}")) + "\n");
        var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await using (file.ConfigureAwait(false))
        {
            // One write a line: others that append do not come in between.
            await file.WriteAsync(line, cancel).ConfigureAwait(false);
            await file.FlushAsync(cancel).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A line is not what this anchor writes.</exception>
    public async Task<AuditAnchorPoint?> LastAsync(CancellationToken cancel)
    {
        AuditAnchorPoint? last = null;
        await foreach (var point in PointsAsync(cancel).ConfigureAwait(false))
            if (last is null || point.Seal >= last.Seal)
                last = point;
        return last;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A line is not what this anchor writes.</exception>
    public async IAsyncEnumerable<AuditAnchorPoint> PointsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (!File.Exists(_path))
            yield break;
        await foreach (var line in File.ReadLinesAsync(_path, cancel).ConfigureAwait(false))
            yield return Read(line);
    }

    private AuditAnchorPoint Read(string line)
    {
        var words = line.Split(' ');
        if (words.Length < 3 || Signed(string.Join(' ', words[..3])) != line
            || !long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seal)
            || !DateTimeOffset.TryParse(words[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            throw new InvalidDataException($"A line of {_path} is not what the anchor writes, or was signed with another key.");
        return new(seal, words[1], at);
    }

    private string Signed(string text) =>
        key is null ? text : text + " " + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}

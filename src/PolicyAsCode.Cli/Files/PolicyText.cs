using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Files;

/// <summary>The text of a policy file: UTF-8, or a sentence that says why not.</summary>
internal static class PolicyText
{
    // Far above the language's own limit, so that it, and not memory, decides what is too long (PAC1021).
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="shown">What to call it.</param>
    /// <exception cref="UsageException">It cannot be read, or is not UTF-8.</exception>
    public static string Read(string file, string shown)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            var bytes = new byte[Math.Min(stream.Length, MostBytes)];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Decode(bytes.AsSpan(0, read), shown, isCut: stream.Length > MostBytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("Usage.CannotRead", shown, FileFault.Of(fault));
        }
    }

    /// <summary>The text that the bytes mean.</summary>
    /// <exception cref="UsageException">They are not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string shown, bool isCut = false)
    {
        try
        {
            return isCut ? Encoding.UTF8.GetString(bytes) : s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var line = bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            throw NoText(bytes) is { } what ? new UsageException("Usage.NotText", shown, what)
                : IsUtf16(bytes) ? new UsageException("Usage.Utf16", shown)
                : new UsageException("Usage.NotUtf8", shown, line);
        }
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    // What officers send each other: told by its first bytes, which each of these formats fixes.
    private static Message? NoText(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) ? Words.Of("Usage.Office")
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? Words.Of("Usage.OldOffice")
        : bytes.StartsWith("%PDF"u8) ? Words.Of("Usage.Pdf")
        : null;
}

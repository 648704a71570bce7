using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The text of a sealed value: <c>pac1.KEY.INDEX.DATA</c>. <c>pac1</c> is the format and its version; KEY the name of the
/// key, 16 bytes; INDEX the blind index where one is declared, else nothing; DATA nonce (12 bytes), ciphertext and tag (16
/// bytes). All in Base64Url. Everything in front of DATA and the name of the property are associated data: neither can be
/// exchanged.
/// </summary>
/// <remarks>
/// AES-256-GCM as NIST SP 800-38D. The nonce is 96 random bits (8.2.2): one key may seal at most 2^32 values (8.3), so that
/// a nonce comes twice with a probability of at most 2^-32. A key belongs to one person, whose rows hold some thousand
/// values; one that is near a million is rotated. The tag has 128 bits; one value has at most 2^36 - 32 bytes (5.2.1.1),
/// more than an array can hold. The ciphertext is as long as the value: how long it is, is not hidden.
/// </remarks>
internal sealed record SealedText(string KeyId, string Index, byte[] Data)
{
    public const int KeyIdBytes = 16;
    public const int KeyIdLength = 22;

    /// <summary>Where the index begins, counted from one as SQL does.</summary>
    public const int IndexStart = 5 + KeyIdLength + 2;

    /// <summary>How many characters say which key it is: all of <c>pac1.KEY.</c></summary>
    public const int PrefixLength = 5 + KeyIdLength + 1;

    public const string Magic = "pac1.";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private string Header => Magic + KeyId + "." + Index + ".";

    public static string Prefix(string keyId) => Magic + keyId + ".";

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>How many characters a value takes once it is sealed.</summary>
    public static int LengthOf(int plainBytes, int indexLength) =>
        PrefixLength + indexLength + 1 + Base64Url.GetEncodedLength(plainBytes + NonceBytes + TagBytes);

    /// <summary>Whether a text says that it is sealed; whether it is in order is seen when it is opened.</summary>
    public static bool IsSealed(string text) => text.StartsWith(Magic, StringComparison.Ordinal);

    public static bool IsKeyId(string text) => text.Length == KeyIdLength && Decode(text) is { Length: KeyIdBytes };

    public static string Seal(SealingKey key, string column, string index, ReadOnlySpan<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        RandomNumberGenerator.Fill(nonce);
        return Seal(key, column, index, nonce, plain).ToString();
    }

    /// <summary>Seals under a given nonce: for known answers alone.</summary>
    internal static SealedText Seal(
        SealingKey key, string column, string index, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain)
    {
        var text = new SealedText(key.Id, index, new byte[NonceBytes + plain.Length + TagBytes]);
        nonce.CopyTo(text.Data);
        Encrypt(key.Material.Span, nonce, plain, text.Associated(column), text.Data.AsSpan(NonceBytes));
        return text;
    }

    /// <summary>Writes ciphertext and tag.</summary>
    internal static void Encrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated, Span<byte> to)
    {
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, to[..plain.Length], to[plain.Length..], associated);
    }

    public byte[] Open(SealingKey key, string column)
    {
        var plain = new byte[Data.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key.Material.Span, TagBytes);
        try
        {
            cipher.Decrypt(
                Data.AsSpan(0, NonceBytes), Data.AsSpan(NonceBytes, plain.Length), Data.AsSpan(NonceBytes + plain.Length), plain,
                Associated(column));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealedValueException(column, "it was changed, or moved here from another column.");
        }

        return plain;
    }

    /// <summary>Reads a text strictly: each value has one spelling, so that no changed character passes.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SealedText? parsed)
    {
        parsed = null;
        if (!text.StartsWith(Magic, StringComparison.Ordinal) || text.Length < PrefixLength || text[PrefixLength - 1] != '.')
            return false;
        var keyId = text.Substring(Magic.Length, KeyIdLength);
        var dot = text.IndexOf('.', PrefixLength);
        if (dot < 0 || !IsKeyId(keyId))
            return false;
        var index = text[PrefixLength..dot];
        if (Decode(index) is null || Decode(text.AsSpan(dot + 1)) is not { Length: >= NonceBytes + TagBytes } data)
            return false;
        parsed = new(keyId, index, data);
        return true;
    }

    public override string ToString() => Header + Encode(Data);

    private byte[] Associated(string column) => Encoding.UTF8.GetBytes(Header + "\n" + column);

    private static byte[]? Decode(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_'))
                return null;
        if (text.Length % 4 == 1)
            return null;
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            // The last character has bits to spare: only zeros there are ours.
            return text.SequenceEqual(Encode(bytes)) ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

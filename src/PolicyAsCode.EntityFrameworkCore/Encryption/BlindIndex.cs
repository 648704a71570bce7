using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// A keyed fingerprint by which equal values are found: HMAC-SHA-256 (RFC 2104) under a key of its own for each property,
/// derived from the store's index key by HKDF (RFC 5869), cut to as few bits as were declared. Fewer bits find more rows
/// that are not meant, and say less of the value to whoever has the index key and a guess.
/// </summary>
internal sealed record BlindIndex(int Bits, BlindIndexForm Form, bool IsUnique = false)
{
    public const int Fewest = 16;
    public const int FewestOfUnique = 64;
    public const int Most = 256;

    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public int Length => System.Buffers.Text.Base64Url.GetEncodedLength(Bits / 8);

    public static BlindIndex Parse(string annotation)
    {
        var parts = annotation.Split(':');
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), Enum.Parse<BlindIndexForm>(parts[1]), parts.Length > 2);
    }

    public string Annotation() => string.Create(CultureInfo.InvariantCulture, $"{Bits}:{Form}{(IsUnique ? ":Unique" : "")}");

    public string Of(string value, string column, ISubjectKeys keys)
    {
        var key = _keys.GetOrAdd(column, static (name, store) => KeyOf(store.IndexKey().Span, name), keys);
        return Compute(key, Normalised(value), Bits);
    }

    public string Normalised(string value) => Form switch
    {
        BlindIndexForm.IgnoreCase => value.Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant(),
        BlindIndexForm.Digits => string.Concat(value.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit)),
        _ => value,
    };

    internal static string Compute(byte[] key, string normalised, int bits) =>
        SealedText.Encode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(normalised)).AsSpan(0, bits / 8));

    private static byte[] KeyOf(ReadOnlySpan<byte> indexKey, string column) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, indexKey.ToArray(), SealingKey.Size, info: Encoding.UTF8.GetBytes("blind-index\n" + column));
}

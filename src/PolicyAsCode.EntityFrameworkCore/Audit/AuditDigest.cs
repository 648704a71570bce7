using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The hashes of the trail: SHA-256, or HMAC-SHA-256 under a key that lies outside of the database. What is hashed is a
/// list of texts and numbers, each with its length before it, so that no two records are spelled alike.
/// </summary>
internal sealed class AuditDigest(byte[]? key)
{
    public const int Bytes = 32;

    /// <summary>A record's number and its digest: what a seal holds of each.</summary>
    public const int Entry = 16 + Bytes;

    /// <summary>Whether a key is needed to make one.</summary>
    public bool IsKeyed => key is not null;

    public byte[] Of(PrivacyAuditRecord record) => Hash(
        "record-1", record.Id.ToString("D"), Number(record.At.UtcTicks), record.Action.ToString(), record.Way.ToString(),
        record.ActorKind, record.Actor, record.Purposes, record.Entity, record.Fields, record.PersonKind, record.Person,
        record.Rows is { } rows ? Number(rows) : null, record.Trace, record.Detail);

    /// <summary>What a seal holds of its records.</summary>
    public byte[] Of(IReadOnlyList<PrivacyAuditRecord> records)
    {
        var entries = new byte[records.Count * Entry];
        for (var i = 0; i < records.Count; i++)
        {
            var entry = entries.AsSpan(i * Entry, Entry);
            records[i].Id.TryWriteBytes(entry, bigEndian: true, out _);
            Of(records[i]).CopyTo(entry[16..]);
        }

        return entries;
    }

    public byte[] Of(byte[] entries) => key is null ? SHA256.HashData(entries) : HMACSHA256.HashData(key, entries);

    public byte[] Link(long number, DateTimeOffset at, int records, byte[] previous, byte[] digests) => Hash(
        "seal-1", Number(number), Number(at.UtcTicks), Number(records), Convert.ToHexString(previous), Convert.ToHexString(digests));

    public byte[] Hash(params ReadOnlySpan<string?> parts)
    {
        using var text = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
            text.Write(length);
            text.Write(bytes);
        }

        return Of(text.ToArray());
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

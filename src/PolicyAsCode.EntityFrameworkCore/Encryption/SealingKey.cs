using System.Security.Cryptography;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The key of one person: 256 bits for AES-GCM, and the name by which a sealed value says which key it needs.</summary>
public sealed class SealingKey
{
    /// <summary>How many bytes a key has: AES-256.</summary>
    public const int Size = 32;

    /// <summary>Takes a key that a store holds.</summary>
    /// <param name="id">Its name; as <see cref="SealingKey.NewId"/> makes them.</param>
    /// <param name="subject">Whose it is.</param>
    /// <param name="createdAt">Since when.</param>
    /// <param name="material">The 32 bytes.</param>
    public SealingKey(string id, PrivacySubject subject, DateTimeOffset createdAt, ReadOnlyMemory<byte> material)
    {
        if (!SealedText.IsKeyId(id))
            throw new ArgumentException("A key's name is 16 random bytes in Base64Url.", nameof(id));
        if (material.Length != Size)
            throw new ArgumentException("A key has 32 bytes.", nameof(material));
        (Id, Subject, CreatedAt, Material) = (id, subject, createdAt, material);
    }

    /// <summary>Its name. It is random, and says nothing of whose it is: it stays in rows that no longer name anybody.</summary>
    public string Id { get; }

    /// <summary>Whose it is.</summary>
    public PrivacySubject Subject { get; }

    /// <summary>Since when.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The key itself.</summary>
    public ReadOnlyMemory<byte> Material { get; }

    /// <summary>A name for a new key.</summary>
    public static string NewId() => SealedText.Encode(RandomNumberGenerator.GetBytes(SealedText.KeyIdBytes));

    /// <summary>A new key from the system's generator.</summary>
    /// <param name="subject">Whose it is.</param>
    /// <param name="now">Since when.</param>
    public static SealingKey Create(PrivacySubject subject, DateTimeOffset now) =>
        new(NewId(), subject, now, RandomNumberGenerator.GetBytes(Size));

    /// <summary>
    /// Whom the key stands for that seals what the law keeps of an erased person. It follows from this key alone, so that
    /// a second try and a second process find the same; once this key is deleted nobody can tell whose it was.
    /// </summary>
    internal PrivacySubject Pseudonym() => PrivacySubject.Pseudonym(
        Subject.Kind,
        SealedText.Encode(HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Material.ToArray(), SealedText.KeyIdBytes, info: Encoding.UTF8.GetBytes("pseudonym"))));

    /// <summary>Its name only: the key never comes into a log.</summary>
    public override string ToString() => Id;
}

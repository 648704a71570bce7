using System.Security.Cryptography;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>What Data Protection does, with a key that every process of the tests has.</summary>
internal sealed class TestWrapper : IKeyWrapper
{
    private static readonly byte[] s_key = SHA256.HashData("tests"u8);

    public byte[] Wrap(byte[] key)
    {
        using var aes = new AesGcm(s_key, 16);
        var wrapped = new byte[12 + key.Length + 16];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, 12));
        aes.Encrypt(wrapped.AsSpan(0, 12), key, wrapped.AsSpan(12, key.Length), wrapped.AsSpan(12 + key.Length));
        return wrapped;
    }

    public byte[] Unwrap(byte[] wrapped)
    {
        using var aes = new AesGcm(s_key, 16);
        var key = new byte[wrapped.Length - 28];
        aes.Decrypt(wrapped.AsSpan(0, 12), wrapped.AsSpan(12, key.Length), wrapped.AsSpan(12 + key.Length), key);
        return key;
    }
}

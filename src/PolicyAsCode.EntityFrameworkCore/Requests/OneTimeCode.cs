using System.Security.Cryptography;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Codes that people type in. Fifty bits, so that five tries, or a stolen table, find none: what is stored is a salted,
/// slow hash.
/// </summary>
internal static class OneTimeCode
{
    // No 0, 1, I and O, which people take for each other.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 10;
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private const int Rounds = 100_000;

    /// <summary>A new code: <c>7KQ2M-XW4DP</c>.</summary>
    public static string Create()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";
    }

    public static (byte[] Salt, byte[] Hash) Seal(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return (salt, Hash(code, salt));
    }

    /// <summary>Whether an answer is the code; how long that takes says nothing of how much of it is right.</summary>
    public static bool Matches(string answer, byte[] salt, byte[] hash) =>
        CryptographicOperations.FixedTimeEquals(Hash(answer, salt), hash);

    // As people type it: small letters, blanks, no hyphen. Nobody types hundreds of letters.
    private static byte[] Hash(string text, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(
        string.Concat(text.Take(4 * Length).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant(),
        salt, Rounds, HashAlgorithmName.SHA256, HashLength);
}

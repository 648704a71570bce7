using Microsoft.AspNetCore.Identity;

namespace PolicyAsCode.Tests;

/// <summary>Compares passwords as ever, and counts how often it did: that is what takes the time of a sign-in.</summary>
internal sealed class CountingHasher<TAccount> : IPasswordHasher<TAccount> where TAccount : class
{
    private readonly PasswordHasher<TAccount> _hasher = new();

    public int Comparisons { get; private set; }

    public string HashPassword(TAccount user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(TAccount user, string hashedPassword, string providedPassword)
    {
        Comparisons++;
        return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

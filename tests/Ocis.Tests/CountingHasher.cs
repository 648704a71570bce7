using Ocis.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Ocis.Tests;

/// <summary>Compares passwords as ever, and counts how often it did: that is what takes the time of a sign-in.</summary>
internal sealed class CountingHasher : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> _hasher = new();

    public int Comparisons { get; private set; }

    public string HashPassword(Account user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Comparisons++;
        return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

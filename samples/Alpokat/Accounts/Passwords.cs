using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Alpokat.Accounts;

/// <summary>Compares passwords with what is kept of them, in the same time where nothing is: how long it takes tells nobody's name.</summary>
[Purpose(Purposes.Security)]
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    // Of a password that nobody has.
    private static readonly string s_nobodys = new PasswordHasher<Account>().HashPassword(Account.Any, RandomNumberGenerator.GetHexString(32));

    /// <param name="hash">What is kept of it; null where there is no such account.</param>
    /// <param name="password">What somebody typed in.</param>
    public bool Match([DataCategory(Categories.Account.Password)] string? hash, [DataCategory(Categories.Account.Password)] string password)
    {
        var isRight = hasher.VerifyHashedPassword(Account.Any, hash ?? s_nobodys, password) != PasswordVerificationResult.Failed;
        return isRight && hash is not null;
    }
}

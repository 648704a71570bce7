namespace Alpokat.Accounts;

/// <summary>For whom a password is hashed. The hasher gets no merchant: it has no use for one, and what it returns is about the password alone.</summary>
public sealed class Account
{
    public static readonly Account Any = new();
}

namespace Alpokat.Accounts;

/// <summary>What a merchant types in to sign in; it is checked and never stored.</summary>
public sealed class SignInForm
{
    [DataCategory(Categories.Account.Username)]
    public required string UserName { get; init; }

    [DataCategory(Categories.Account.Password)]
    public required string Password { get; init; }
}

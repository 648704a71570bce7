namespace Alpokat.Accounts;

/// <summary>What a merchant wants everybody who sells here to read of them.</summary>
public sealed class PublicProfileForm
{
    [DataCategory(Categories.Account.PublicProfile)]
    public string? PublicProfile { get; init; }
}

namespace Ocis.Accounts;

/// <summary>Google, LinkedIn and Microsoft, for whom a ticket is good.</summary>
public interface IFederatedLogins
{
    Task<FederatedProfile?> RedeemAsync(string provider, string ticket, CancellationToken cancel);
}

namespace Ocis.Transfers;

/// <summary>An authority that asked lawfully [OCIS-3.4].</summary>
[Recipient(Recipients.Authority)]
public interface IAuthority
{
    Task HandOverAsync(string reference, DisclosedUser user, CancellationToken cancel);
}

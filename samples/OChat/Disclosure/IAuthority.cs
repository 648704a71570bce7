namespace OChat.Disclosure;

/// <summary>An authority that asked lawfully [OCHAT-4.2].</summary>
[Recipient(Recipients.Authority)]
public interface IAuthority
{
    Task HandOverAsync(string reference, DisclosedUser user, CancellationToken cancel);
}

namespace OChat.Disclosure;

/// <summary>There is no way to an authority yet: nothing is handed over, and nothing kept as if it had been.</summary>
public sealed class NoAuthority : IAuthority
{
    public Task HandOverAsync(string reference, DisclosedUser user, CancellationToken cancel) =>
        throw new NotSupportedException("No way to the authority is set up: register an IAuthority.");
}

namespace Ocis.Accounts;

/// <summary>What a link says that somebody followed.</summary>
/// <param name="UserId">Whose account it is.</param>
/// <param name="Id">What was asked: another address of theirs has another.</param>
/// <param name="WantsNewsletters">Whether newsletters were asked for: they are agreed to once the address is confirmed.</param>
public sealed record Confirmation(Guid UserId, Guid Id, bool WantsNewsletters);

namespace JovaPos.Accounts;

/// <summary>
/// For whom a password is hashed. The hasher gets no customer and no member of staff: it has no use for one, and what
/// it returns is then about the password alone.
/// </summary>
public sealed class Account
{
    public static readonly Account Any = new();
}

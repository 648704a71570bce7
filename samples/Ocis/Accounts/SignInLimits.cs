namespace Ocis.Accounts;

/// <summary>How many tries to sign in there are within <see cref="Window"/>; configured as <c>SignIn</c>.</summary>
public sealed class SignInLimits
{
    /// <summary>From one address, whomever they name.</summary>
    public int PerAddress { get; set; } = 30;

    /// <summary>For one account, from wherever they come.</summary>
    public int PerAccount { get; set; } = 10;

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);
}

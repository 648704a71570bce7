namespace Alpokat.Accounts;

/// <summary>How many tries to sign in there are within <see cref="Window"/>; configured as <c>SignIn</c>.</summary>
public sealed class SignInLimits
{
    /// <summary>From one network, whomever they name.</summary>
    public int PerAddress { get; set; } = 30;

    /// <summary>For one account from one network: what somebody else tries from elsewhere locks nobody out.</summary>
    public int PerAccount { get; set; } = 10;

    /// <summary>For one account from all networks together, but those from which it was signed in to before.</summary>
    public int PerAccountEverywhere { get; set; } = 100;

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);
}

namespace Alpokat.Accounts;

/// <summary>Names of the authorisation policies: merchants, and the desks at ALPOKAT, each of which sees what it works with.</summary>
public static class AlpokatPolicies
{
    /// <summary>Somebody who sells with ALPOKAT.</summary>
    public const string Merchant = "merchant";

    /// <summary>Compares merchants with their documents.</summary>
    public const string Verification = "verifikasi";

    /// <summary>Answers merchants.</summary>
    public const string Support = "dukungan";

    /// <summary>Sends what partners announce, and reads the statistics.</summary>
    public const string Marketing = "pemasaran";

    /// <summary>Answers authorities.</summary>
    public const string Legal = "hukum";

    /// <summary>Serves people's rights.</summary>
    public const string Privacy = "privasi";

    /// <summary>All of the desks.</summary>
    public static IReadOnlyList<string> Desks { get; } = [Verification, Support, Marketing, Legal, Privacy];
}

using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Ocis.Accounts;

/// <summary>What somebody types in who wants an account; the rest is asked of who has one.</summary>
public sealed class RegistrationForm
{
    private const int LongestName = 100;
    private const int LongestEmail = 254;
    private const int LongestPassword = 256;

    private static readonly Regex s_userNames = new(@"\A[A-Za-z0-9._-]{2,40}\z", RegexOptions.Compiled);

    [DataCategory(Categories.Contact.Name)]
    public required string Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }

    [DataCategory(Categories.Account.Username)]
    public required string UserName { get; init; }

    [DataCategory(Categories.Account.Password)]
    public required string Password { get; init; }

    /// <summary>Compared with sixteen years, and forgotten with this form [OCIS-6.1].</summary>
    [DataCategory(Categories.Identity.BirthDate)]
    public required DateOnly BirthDate { get; init; }

    /// <summary>
    /// Whether it can be what it says. A user name stands in a letter to somebody who may not have asked for it: nobody writes
    /// words or links of their own by one.
    /// </summary>
    [Purpose(Purposes.ServiceProvision)]
    public bool IsSound() => s_userNames.IsMatch(UserName) && Name.Length is > 0 and <= LongestName
        && Password.Length is > 0 and <= LongestPassword && IsAddress(Email);

    /// <summary>Whether something can be an address.</summary>
    internal static bool IsAddress([DataCategory(Categories.Contact.Email)] string text) =>
        text.Length <= LongestEmail && MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim();
}

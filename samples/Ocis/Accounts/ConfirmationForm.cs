namespace Ocis.Accounts;

/// <summary>What somebody types in who says that an address is theirs.</summary>
public sealed class ConfirmationForm
{
    /// <summary>The password of the account; null of who is signed in to it.</summary>
    [DataCategory(Categories.Account.Password)]
    public string? Password { get; init; }

    /// <summary>The hash of the words that they were shown and agreed to; null where they did not tick the box.</summary>
    [DataCategory(Categories.Preference.Marketing)]
    public string? Agreed { get; init; }

    /// <summary>What a page posted; nothing at all is posted by who is signed in and ticks nothing.</summary>
    public static async ValueTask<ConfirmationForm?> BindAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return new ConfirmationForm();
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        return new ConfirmationForm { Password = fields["password"], Agreed = fields["agreed"] };
    }
}

namespace Ocis.Accounts;

/// <summary>How somebody who has an account can be called.</summary>
public sealed class PhoneForm
{
    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; init; }
}

namespace Alpokat.Data;

/// <summary>Somebody who sells, and has customers pay through ALPOKAT [ALPO-1.2].</summary>
[DataSubject(Subjects.Merchant)]
public sealed class Merchant
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; set; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; set; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; set; }

    [DataCategory(Categories.Contact.Address)]
    public string? OfficeAddress { get; set; }

    [DataCategory(Categories.Identity.BirthDate)]
    public DateOnly? BirthDate { get; set; }

    [DataCategory(Categories.Account.Username)]
    public string? UserName { get; set; }

    /// <summary>What the password hasher made of the password.</summary>
    [DataCategory(Categories.Account.Password)]
    public string? PasswordHash { get; set; }

    /// <summary>The number by which their tills and browsers are told from others' [ALPO-2.1].</summary>
    [DataCategory(Categories.Account.UserId)]
    public string? UserId { get; set; }

    /// <summary>What they show of themselves to everybody who sells here [ALPO-2.2].</summary>
    [DataCategory(Categories.Account.PublicProfile)]
    public string? PublicProfile { get; set; }

    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Null until the verification desk has compared who they say they are with their document.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    [RetentionAnchor(Anchors.AccountClosed)]
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>While a dispute is open nothing of this merchant may go.</summary>
    [LegalHold]
    public bool OnLegalHold { get; set; }
}

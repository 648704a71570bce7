namespace Alpokat.Data;

/// <summary>Somebody who pays a merchant. Until they ask for a receipt, nothing is known of them.</summary>
[DataSubject(Subjects.Customer)]
public sealed class Customer
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; set; }

    /// <summary>Where receipts are sent.</summary>
    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; set; }

    /// <summary>
    /// That a receipt was sent to them: from then on their payments are known to be of one. Statistics know by it how many
    /// people are behind a figure, and read no address.
    /// </summary>
    public bool IsToldApart { get; set; }

    [RetentionAnchor(Anchors.PaymentMade)]
    public DateTimeOffset LastPaidAt { get; set; }
}

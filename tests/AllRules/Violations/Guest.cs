namespace Cellar.Violations;

/// <summary>PAC5007: an address in the clear, on a disk that nothing is said of; and the same, sealed.</summary>
[DataSubject(Subjects.Customer)]
public sealed class Guest
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; set; } // expect: PAC5007

    [DataCategory(Categories.Contact.Email)]
    [Encrypted("AES-256-GCM, by the converter of the model")]
    public string? CleanEmail { get; set; }

    [RetentionAnchor(Anchors.LastPurchase)]
    public DateTimeOffset? LastPurchaseAt { get; set; }
}

namespace JovaPos.Violations;

/// <summary>The subject of the second database; clean.</summary>
[DataSubject(Subjects.Customer)]
public sealed class Member
{
    public int Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; set; }

    [RetentionAnchor(Anchors.LastPurchase)]
    public DateTime? LastPurchaseAt { get; set; }
}
